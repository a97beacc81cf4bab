// Starts the page: its addresses, its questions' memory, its shell.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Trouble } from './api.js'
import { makeRouter } from './router.js'
import './style/index.css'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      // A server that is away comes back by itself; any other trouble stays what it is.
      retry: (count, error) => error instanceof Trouble && error.kind === 'offline' && count < 2,
      refetchOnWindowFocus: false,
    },
  },
})

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={makeRouter()} />
    </QueryClientProvider>
  </StrictMode>,
)

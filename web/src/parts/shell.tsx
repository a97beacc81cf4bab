// The frame of every page: the masthead with its pages, the page, and a line that says when the server is away.
import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { words } from '../words.js'
import { Empty } from './states.js'

const pages = [
  ['/read', words.nav.read],
  ['/standing', words.nav.standing],
  ['/map', words.nav.map],
  ['/review', words.nav.review],
  ['/changes', words.nav.changes],
  ['/documents', words.nav.documents],
  ['/export', words.nav.export],
  ['/about', words.nav.about],
] as const

/** Hears from the server when the ledger has changed, and that it is there at all. */
const useLedgerEvents = (): boolean => {
  const queries = useQueryClient()
  const [away, setAway] = useState(false)
  useEffect(() => {
    const events = new EventSource('/api/events')
    const refresh = (): void => void queries.invalidateQueries({ predicate: ({ meta }) => meta?.still !== true })
    events.addEventListener('changed', refresh)
    events.onopen = () =>
      setAway(wasAway => {
        if (wasAway) refresh()
        return false
      })
    events.onerror = () => setAway(true)
    return () => events.close()
  }, [queries])
  return away
}

/** Who goes to another page is there with the keyboard too, unless the page has put the focus where it wants it. */
const useFocusOnMove = (path: string): void => {
  const left = useRef(path)
  useEffect(() => {
    if (left.current === path) return
    left.current = path
    const main = document.getElementById('main')
    if (main !== null && !main.contains(document.activeElement)) main.focus({ preventScroll: true })
  }, [path])
}

export const Shell = () => {
  const away = useLedgerEvents()
  const path = useRouterState({ select: state => state.location.pathname })
  useFocusOnMove(path)
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="masthead">
        <Link className="name" to="/read" aria-label={words.name}>
          {words.name}
        </Link>
        <span className="motto">{words.motto}</span>
        <nav aria-label={words.nav.label}>
          {pages.map(([address, page]) => (
            <Link key={address} to={address} activeProps={{ 'aria-current': 'page' }}>
              {page}
            </Link>
          ))}
        </nav>
      </header>
      {away && (
        <p className="away" role="status">
          <strong>{words.states.offlineTitle}.</strong> {words.states.offline}
        </p>
      )}
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}

export const Missing = () => <Empty title={words.states.missingTitle} lead={words.states.missing} />

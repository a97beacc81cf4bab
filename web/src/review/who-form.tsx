// Asks once who judges.
import { words } from '../words.js'

const { review } = words

export const WhoForm = ({ onName }: { readonly onName: (name: string) => void }) => (
  <form
    className="ask-name"
    onSubmit={event => {
      event.preventDefault()
      const name = String(new FormData(event.currentTarget).get('who')).trim()
      if (name !== '') onName(name)
    }}
  >
    <label>
      <span>{review.who}</span>
      <input name="who" required maxLength={80} autoComplete="name" aria-describedby="who-hint" />
    </label>
    <p id="who-hint" className="soft small">
      {review.whoHint}
    </p>
    <button type="submit" className="primary">
      {review.start}
    </button>
  </form>
)

// Who judges where nobody says: the user of the machine.
import { userInfo } from 'node:os'

export const whoever = (): string => {
  try {
    return userInfo().username
  } catch {
    return 'analyst'
  }
}

// Who judges: the name is kept in this browser, so that it is asked for once.
const key = 'demarche-judge'

export const judgeName = (): string | undefined => localStorage.getItem(key) ?? undefined
export const keepJudgeName = (name: string): void => localStorage.setItem(key, name)

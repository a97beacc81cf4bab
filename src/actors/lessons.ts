// Names that a document teaches, as patterns like those of the index. The first lesson about a spelling holds.
import { gatherNames, type Names } from './actor-index.js'
import type { Lesson } from './scene.js'

const abbreviated = /^\p{Lu}[\p{Lu}\d]+$/u

/** The names of the lessons, people also by surname. @param surnameFirst states whose people put it first, alpha-3. */
export const namesOf = (lessons: readonly Lesson[], surnameFirst: ReadonlySet<string>): Names => {
  const { add, names } = gatherNames()
  const seen = new Set<string>()
  const teach = (name: string, lesson: Lesson, full: boolean): void => {
    if (seen.has(name)) return
    seen.add(name)
    add([name], abbreviated.test(name), { of: 'learned', referent: lesson.referent, full, person: lesson.surname })
  }
  for (const lesson of lessons) {
    teach(lesson.name, lesson, true)
    if (!lesson.surname) continue
    const words = lesson.name.split(/\s+/)
    const surname = words.at(surnameFirst.has(lesson.referent.country ?? '') ? 0 : -1)!
    if (surname.length > 1) teach(surname, lesson, false)
  }
  return names
}

// Files that are there whole or not at all: written beside, flushed to the disk, renamed into place, the folder flushed too.
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

const withFile = async <T>(path: string, flags: string, use: (file: FileHandle) => Promise<T>): Promise<T> => {
  const file = await open(path, flags)
  try {
    return await use(file)
  } finally {
    await file.close()
  }
}

/** Flushes a file, or a folder's list of names, to the disk. */
export const flush = (path: string): Promise<void> => withFile(path, 'r', file => file.sync())

/** Flushes a finished file and renames it into place. */
export const settle = async (from: string, to: string): Promise<void> => {
  await flush(from)
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
  await flush(dirname(to))
}

/** Writes a whole file; after a crash it is there as it was before or as it is now. The temporary file is removed on failure. */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.${randomBytes(4).toString('hex')}.part`)
  try {
    await withFile(beside, 'wx', async file => {
      await file.writeFile(text)
      await file.sync()
    })
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await flush(dirname(path))
}

/** Hex SHA-256 of a file's bytes. */
export const digestOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

/** A file's text; undefined where there is none. */
export const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

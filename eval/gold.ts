// Where the gold sets lie unless told otherwise: beside the repository. They are for measuring and no part of the product.
import { fileURLToPath } from 'node:url'

export const defaultGold = fileURLToPath(new URL('../../../shared/gold', import.meta.url))

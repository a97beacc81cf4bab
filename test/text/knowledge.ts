// The lexicons of segmentation as the product ships them.
import { loadKnowledge } from '../../src/knowledge/load.js'

export const knowledge = loadKnowledge()

// Versions that the ledger's answers and exports name.

/** The codebook whose words and definition of standing this is. */
export const codebookVersion = '2'

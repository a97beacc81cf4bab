// The shapes that tokens have, as sticky patterns: each is tried at one place of a run of text without white space.

/** Marks that part words and belong to none: white space of every width, zero-width spaces, direction marks. */
export const gapCharacters = '\\s\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF'

export const webAddress = /(?:(?:https?|ftp):\/\/|www\.|mailto:)[^\s<>"“”«»]+/iy
export const mailAddress = /[\p{L}\p{N}_][\p{L}\p{N}._%+-]*@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*/uy
/** "@example.org", the end of an address, and ".doc", the end of a name with a space or brackets. */
export const addressEnd = /@(?:[\p{L}\p{N}_-]+\.)+(\p{L}{2,5})(?![\p{L}\p{N}])/uy
export const fileEnding = /(?<![\p{L}\p{N}.])\.(\p{Ll}{3,4})(?![\p{L}\p{N}])/uy
export const handle = /[@#][\p{L}_][\p{L}\p{N}_]*/uy
/** Its first group is the last part of the name. */
export const hostName = /(?:[\p{L}\p{N}_#~%-]+\.)+([\p{L}\p{N}]{2,5})(?![\p{L}\p{N}])(?:\/[^\s<>"“”«»]*)?/uy
export const lowerParts = /\p{Ll}+(?:\.\p{Ll}+){2,}(?![\p{L}.])/uy
/** Closing marks that end the sentence around an address rather than the address. */
export const afterAddress = /[.,;:!?'"’)\]}…*]+$/

export const emoticon = /(?:>?[:;=]['’]?-?[)(\][DPpOo/\\|*3]+|\^_+\^|<3|\([:;])(?![\p{L}\p{N}])/uy
export const emoji =
  /(?:\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3|\p{Extended_Pictographic}[\uFE0F\p{EMod}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{EMod}]*)*)/uy
/** Lines and arrows drawn with several signs: "----==", "<-". */
export const drawing = /<-+(?![-=*~_<>+|])|-+>(?![-=*~_<>+|])|(?=([-=*~_<>+|])\1*(?!\1)[-=*~_<>+|])[-=*~_<>+|]{3,}/uy
/** Runs of marks that are one token: "...", "?!", "--", "====", "''", "[...]". */
export const marks = /\[(?:\.{3}|…)\]|…+\.*|\.{2,}|\.?[!?]+(?:\.(?!\.)[!?]*)*|-{2,}|([*=_~<>#+])\1+|''|``|’’|‘’/uy

/** "US$" and "$$$" stay whole; other signs stand alone. */
export const currency = /\${2,}|(?:\p{Lu}{1,3})?\$|\p{Sc}/uy
/** Telephone numbers and dates keep their hyphens. */
export const hyphenedNumber =
  /(?:(?:\+?\d{1,3}[-.])?(?:\d{3}[-./])?\d{3}-\d{4}|\d{5}-\d{4}|\d{4}-\d{2}-\d{2}|\d-\d{4}|\d{1,2}-\p{Lu}\p{Ll}{2}-\d{2,4}|\d{1,2}-\d{1,2}-(?:\d{4}|\d{2}))(?![\d-])/uy
/** "4G", a generation of networks. */
export const generation = /\d[Gg](?![\p{L}\p{N}])/uy
export const number = /\+?\d+(?:[.,:/]\d+)*/y
/** "24/7", "2001/02", but not "9/11": what cannot be a month and a day is two numbers. */
export const ratio = /(?!(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])(?!\d))\d+(?=\/\d+(?![.,:/]?\d))/y
export const decimalPart = /\.\d+/y
export const ordinalEnding = /(?:st|nd|rd|th|s|(?<=0)['’]s)(?![\p{L}\p{N}])/iuy
/** Letters right before a figure: "Rs500". */
export const beforeFigure = /\p{L}{2,3}(?=\d)/uy
export const letters = /\p{L}+(?:\.\p{L})?/uy

/** "U.S.", "J.K.", "a.m." */
export const initials = /(?:\p{L}\.){2,}(?!\p{Ll}{2})/uy
/** "U.S" */
export const openInitials = /\p{L}(?:\.\p{L})+(?![\p{L}\p{N}.])/uy
export const initial = /\p{Lu}\./uy
/** "Ph.D." and its like, to be looked up. */
export const dotted = /\p{L}{1,4}(?:\.\p{L}{1,4})+(?!\p{L})/uy

export const word = /[\p{L}\p{N}\p{M}\u00AD_]+(?:['’`][\p{L}\p{M}]+)*/uy
/** "AT&T", "R&D", "p&l" */
export const ampersandName = /(?:\p{Lu}{1,4}&\p{Lu}{1,4}|\p{Ll}&\p{Ll})(?![\p{L}&])/uy
/** "s/he", "c/o" */
export const slashedLetters = /(?:\p{L}\/\p{L}{1,2}|w\/out)(?![\p{L}/])/uy
/** "th-", a word that breaks off: no other word has no vowel. */
export const brokenWord = /(?:\p{L}|\p{Lu}?[^aeiouy\P{Ll}]{1,3})-(?![\p{L}\p{N}-])/uy
/** "with" written "w/" and right before its word; "w/out" is one word. */
export const withSlash = /w\/(?=\p{Ll}{2})(?!(?:out|in)(?!\p{L}))/uy
export const negation = /n['’]t$/i
export const clitic = /['’`](?:s|m|re|ve|ll|d)$/i
export const loneClitic = /['’](?:s|m|re|ve|ll|d|t)(?![\p{L}\p{N}])/iuy
export const shortYear = /['’]\d\ds?(?![\p{L}\p{N}])/uy
export const elidedWord = /['’](\p{L}+)/uy

/** The match of the sticky `pattern` at `at`, or undefined. */
export const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

import { describe, expect, it } from 'vitest'
import { segmentText } from '../../src/text/segment.js'
import { knowledge } from './knowledge.js'

/** The words of `text`, sentences joined by "‖". */
const wordsOf = (text: string): string =>
  segmentText(text, knowledge)
    .map(({ tokens }) => tokens.map(({ form }) => form).join('|'))
    .join('‖')

describe('words', () => {
  it.each([
    ["They don't and can't, won't.", "They|do|n't|and|ca|n't|,|wo|n't|."],
    ['its not its fault, Its a pity', 'it|s|not|its|fault|,|It|s|a|pity'],
    ['im sure Im left an IM for $$$', 'i|m|sure|Im|left|an|IM|for|$$$'],
    ['Oil, gas, etc. are sold. Grain, etc.', 'Oil|,|gas|,|etc.|are|sold|.‖Grain|,|etc|.'],
    ['Oslo cannot wait', 'Oslo|can|not|wait'],
    ['Rahmon’s envoy and the states’ duty', 'Rahmon|’s|envoy|and|the|states|’|duty'],
    ["She'd've said it's Sana'a or O'Brien's", "She|'d|'ve|said|it|'s|Sana'a|or|O'Brien|'s"],
    ['a state-owned, anti-war, non-US-led al-Shabaab', 'a|state|-|owned|,|anti-war|,|non-US|-|led|al|-|Shabaab'],
    ['an 18km road, 5pm, $40bn, the 1990s, 20th', 'an|18|km|road|,|5|pm|,|$|40|bn|,|the|1990s|,|20th'],
    ['US$140 million, €3.5m, 12% of Rs500', 'US$|140|million|,|€|3.5|m|,|12|%|of|Rs|500'],
    ['on 26/07/2022 or 2022-07-26, 3–4 or 3-4', 'on|26/07/2022|or|2022-07-26|,|3|–|4|or|3|-|4'],
    ['call 555-0123 at 10:30', 'call|555-0123|at|10:30'],
    ['see https://example.org/a-b?c=1. Or', 'see|https://example.org/a-b?c=1|.‖Or'],
    ['(www.example.com/x), press@example.org;', '(|www.example.com/x|)|,|press@example.org|;'],
    ['by @some_body on #Peace #1', 'by|@some_body|on|#Peace|#|1'],
    ['wait... or wait… now--or—never?!', 'wait|...|or|wait|…|now|--|or|—|never|?!'],
    ['the U.S.-backed U.N. force, Ph.D. and a.m. news', 'the|U.S.|-|backed|U.N.|force|,|Ph.D.|and|a.m.|news'],
    ['and/or s/he at AT&T', 'and|/|or|s/he|at|AT&T'],
    ['Peace \u{1F54A}\uFE0F now \u{1F1F9}\u{1F1EF}', 'Peace|\u{1F54A}\uFE0F|now|\u{1F1F9}\u{1F1EF}'],
    ['no\u00A0break\u2009thin\u200Bzero\uFEFFwidth', 'no|break|thin|zero|width'],
    ['Says,"I am," he', 'Says|,|"|I|am|,|"|he'],
    ["the '90s and 'em", "the|'90s|and|'em"],
    ['no...? and no?...', 'no|...|?‖and|no|?|...'],
    ["kinda good, arnt they, I'ma go", "kinda|good|,|ar|nt|they|,|I|'m|a|go"],
    ['its for sale, its in-house team', 'it|s|for|sale|,|its|in|-|house|team'],
    ['If your in town. Your gonna see your own', 'If|you|r|in|town|.‖You|r|gon|na|see|your|own'],
    ['Im sorry, Im Jong-seok', 'I|m|sorry|,|Im|Jong|-|seok'],
    ['its kind of big, one of its kind; its hard to say', 'it|s|kind|of|big|,|one|of|its|kind|;|it|s|hard|to|say'],
    ['its your turn, its hard line', 'it|s|your|turn|,|its|hard|line'],
    ['someone elses doctors office near doctors', 'someone|else|s|doctor|s|office|near|doctors'],
    ['New Years Eve in the years ahead', 'New|Year|s|Eve|in|the|years|ahead'],
    ['sold by Gas, Inc.. Further, no.. No', 'sold|by|Gas|,|Inc.|.‖Further|,|no|..‖No'],
    ['sold by Gas, L.P.. Further. The U.S.? Yes', 'sold|by|Gas|,|L.P.|.‖Further|.‖The|U.S.|?‖Yes'],
    ['Lets go. Egypt, it said, lets aid in', 'Let|s|go|.‖Egypt|,|it|said|,|lets|aid|in'],
    ['call 3-5213 or 2-1', 'call|3-5213|or|2|-|1'],
    ['a 5G net, 4K people, 3 GW', 'a|5G|net|,|4|K|people|,|3|GW'],
    ['I w- well, th- — Sh-, al- Jaafari', 'I|w-|well|,|th-|—|Sh-|,|al|-|Jaafari'],
    ['good luck w/it and w/o', 'good|luck|w/|it|and|w/o'],
    [
      'map .pdf and (draft).doc, @example.org, Example.Com now.',
      'map|.pdf|and|(|draft|)|.doc|,|@example.org|,|Example.Com|now|.',
    ],
    ['----== News ==---- <- |---+---> *~*~*', '----==|News|==----|<-||---+--->|*~*~*'],
    ['Yahoo! and Yahoo!’s', 'Yahoo!|and|Yahoo!|’s'],
    ['open 24/7 in 2001/02, on 9/11 and 26/07/2022', 'open|24|/|7|in|2001|/|02|,|on|9/11|and|26/07/2022'],
    ['16.3hh, 2.5x, 45p, 75watt, 3rd, 4x4', '16.3|hh|,|2.5|x|,|45|p|,|75|watt|,|3rd|,|4x4'],
    ['see draft-#12-1.DOC and NOTES~1.TXT', 'see|draft-#12-1.DOC|and|NOTES~1.TXT'],
    ['lets face it, it lets them in', 'let|s|face|it|,|it|lets|them|in'],
    [
      'atleast it works everyday when it rains, an everyday thing',
      'at|least|it|works|every|day|when|it|rains|,|an|everyday|thing',
    ],
    ['the p&l and w/out it', 'the|p&l|and|w/out|it'],
  ])('%s', (text, words) => expect(wordsOf(text)).toBe(words))
})

describe('sentences', () => {
  it.each([
    ['Mr. Smith met Gen. Jones. They spoke.', 2],
    ['The U.S. envoy left. He met the U.S. The talks failed.', 3],
    ['It signed on Sept. 8, 2021, at 7 p.m. Monday.', 1],
    ['“We will not go.” The minister left.', 2],
    ['“Will you go?” the minister asked.', 1],
    ['"It is done." "It is not."', 2],
    ['They fled the town.The army came.', 2],
    ['He said no. No. 5 was right.', 2],
    ['George W. Bush and J. K. Smith came.', 1],
    ['They went to plan B. Nobody cared.', 1],
    ['Prices rose 3.5 percent. 12 firms closed.', 2],
    ['Stop! Go? Yes.', 3],
    ['They … waited ... and left.', 1],
    ['Who came...? Nobody did.', 2],
    ['P.S. I left. PS. You too.', 2],
    ['Thanks for all the help. Jane The draft was approved.', 3],
    ['It ends at 11:00 p.m. See the steps.', 2],
    ['Peter Smith, ext. 39938 Attached is a draft.', 2],
    ['Call Peter Smith, ext. 39938 If you need more, say so.', 2],
    ['A note by the BBC This article has been corrected.', 2],
    ['An aide to President Obama He declined to be named.', 2],
    ['1 The rank of the United States', 1],
    ['In The Hague the court met.', 1],
    ['Why The Gambia left, US Officials say', 1],
    ['On Monday I called.', 1],
    ['"Jane Doe" <jane@example.org> 03/27/2001 09:11 AM Hello there', 3],
    ['Jane Doe 27/03/2001 14:14 Hello there', 3],
    ['- first.pdf - second.pdf - third.doc', 3],
    ['<< first.doc >> << second.doc >>', 2],
    ['ISLAMABAD: The envoy left.', 2],
    ['CHARLOTTE - The wife of a man spoke.', 2],
    ['TEHRAN (AFP) - An international contest opens.', 2],
    ['Boulder, Feb. 23 (UPI) -- Scientists argue.', 2],
    ['Peter Smith (R) - He of the party - left.', 1],
    ['(See attached file: first.pdf) - first.pdf', 2],
    ['Are they open?they will talk to me.', 2],
    ['Date: Monday, May 7 Time: 11:00 Place: Oslo', 3],
    ['The minister said: We go. Time: short.', 2],
    ['4. We have imposed costs.', 1],
    ['Traci Traci Warner signed.', 2],
    ['Very Very good', 1],
    ['See the pictures ... https://example.org/a', 2],
    ['(Example Post) The army left.', 2],
    ['(AP) Ministers met.', 2],
    ['WASHINGTON (AP) Ministers met.', 1],
    ['(b) The army left.', 1],
    ['Near S. 10th & Federal Sts., he lives.', 1],
  ])('%s', (text, count) => expect(segmentText(text, knowledge)).toHaveLength(count))

  it('parts the stop from a word that only looks abbreviated', () => {
    expect(wordsOf('She said no.')).toBe('She|said|no|.')
    expect(wordsOf('They chose plan B.')).toBe('They|chose|plan|B|.')
  })
})

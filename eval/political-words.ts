// Common words of politics in English news, beside which two actors should yield a claim. Chosen from general knowledge of the language,
// apart from the rules, so that the coverage measured is not the rules' own opinion of themselves.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Lemmas. */
export const politicalVerbs = words(`
  abandon accept accuse acknowledge aid align ally announce annex approve arm arrest assassinate assist attack back ban besiege betray
  blame block blockade bomb boycott brief broker call cancel capture cede charge cheer clash commend complain condemn confront
  congratulate consult cooperate counter criticise criticize cut decry defeat defend defy demand denounce deny deploy deport derecognise
  detain discuss dismiss dispatch donate embrace endorse engage exchange exclude execute expel extradite fight finance fire freeze fund
  grant greet halt help hail honor honour host impose invade invite isolate jail join kidnap kill launch lift mediate meet mobilise
  mobilize negotiate normalise normalize occupy offer oppose oust overthrow pardon pledge praise press pressure promise propose protect
  protest provide provoke punish push quit raid ratify reaffirm rebuff rebuke recall recognise recognize reject release repel reprimand
  rescue resist resume retaliate retreat sanction seize sell sever shell shelter shoot shun side sign slam snub spy strike strengthen
  summon supply support surrender suspend sympathise sympathize talk target telephone thank threaten topple torture train urge veto
  visit vow warn welcome withdraw withhold woo
`)

/** Lemmas. */
export const politicalNouns = words(`
  accord accusation agreement aid airstrike alliance ally ambassador ambush appeal assault assistance attack backing ban blockade
  bombardment bombing boycott ceasefire clash condemnation conflict consultation cooperation coup crackdown criticism deal defiance
  demand denunciation deployment dialogue dispute donation embargo embassy enemy engagement exercise expulsion fighting hostility
  intervention invasion invitation killing mediation meeting negotiation normalisation normalization objection occupation offensive
  opposition pact partnership pledge praise pressure promise protest raid rapprochement rebuke recognition rejection relation relations
  retaliation rift rivalry row sanction shelling solidarity strike summit support talk talks tension threat tie ties treaty truce
  ultimatum visit veto war warning withdrawal
`)

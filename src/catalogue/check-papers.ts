import type { Dossier } from '../dossier/index.ts'
import type { Finding } from '../finding.ts'
import { buildFinding } from './messages.ts'
import type { Procedure, RequiredPaper } from './procedure.ts'

type HandedIn = Dossier['papers'][number]

/** Kinds of copies that are counted apart; a plain copy may be replaced by a certified one or an original. */
const kinds = ['originals', 'certifiedCopies', 'photocopies', 'copies'] as const

/** The papers that a case asks for; a list without a case is for all. */
function listPapers(
  procedure: Pick<Procedure, 'papers'>,
  name: string | undefined,
): readonly RequiredPaper[] {
  const chosen = procedure.papers.filter((list) => list.case === undefined || list.case === name)
  // Without a case only what every case asks for can be demanded.
  if (name !== undefined || chosen.length > 0) return chosen.flatMap((list) => list.papers)
  const [first, ...others] = procedure.papers
  return (first?.papers ?? []).filter((paper) =>
    others.every((list) => list.papers.some(({ code }) => code === paper.code)),
  )
}

/** Tells whether a paper was taken from data, so that no sheet of it is asked for. */
function isTakenFromData({ source, digitised, fromNationalStore }: HandedIn): boolean {
  return (
    fromNationalStore === true ||
    digitised >= 2 ||
    (source !== undefined && source !== 'upload' && source !== 'e-form')
  )
}

/** Says of which kinds too few copies came; a better kind stands in for a lesser one. */
function checkCopies(wanted: RequiredPaper, got: HandedIn): readonly Finding[] {
  let spare = 0
  return kinds.flatMap((kind) => {
    // `copies` is what a record asks for without saying of which kind: whatever is left will do.
    const available = spare + (kind === 'copies' ? 0 : got[kind])
    const needed = wanted[kind] ?? 0
    spare = Math.max(0, available - needed)
    if (available >= needed) return []
    const facts = { code: wanted.code, kind, wanted: needed, got: available }
    return [buildFinding('catalogue/too-few-copies', wanted.code, facts)]
  })
}

/** What a dossier's papers are compared with. */
export interface PaperQuestion {
  /** The case of the procedure, as the record names it. */
  readonly case?: string
  /** Handed in online: files count, sheets do not (NĐ 45/2020/NĐ-CP in outline, not read). */
  readonly online?: boolean
}

/**
 * Checks the papers of a dossier against what the procedure asks for: the ground for accepting it, or for the
 * list of what is to be supplemented.
 *
 * Papers whose contents were taken from a database, the data store or an earlier result count as there. An
 * original stands in for a certified copy, and either for a plain one.
 *
 * @example
 * import { checkPapers, findProcedure } from 'motcua/catalogue'
 * checkPapers(findProcedure('2.000908'), []).map(({ facts }) => facts['code']) // ['TP01']
 */
export function checkPapers(
  procedure: Pick<Procedure, 'papers'>,
  papers: Dossier['papers'],
  { case: name, online = false }: PaperQuestion = {},
): readonly Finding[] {
  const wanted = listPapers(procedure, name)
  const known = new Set(procedure.papers.flatMap((list) => list.papers.map(({ code }) => code)))
  const missing = wanted.flatMap((paper) => {
    const got = papers.find(({ code }) => code === paper.code)
    if (got === undefined) {
      const facts = { code: paper.code, name: paper.name }
      return paper.required ? [buildFinding('catalogue/paper-missing', paper.code, facts)] : []
    }
    const isThere = isTakenFromData(got) || (online && got.files.length > 0)
    return isThere ? [] : checkCopies(paper, got)
  })
  const unlisted = papers
    .filter(({ code }) => !known.has(code))
    .map(({ code }) => buildFinding('catalogue/paper-not-listed', code, { code }))
  return [...missing, ...unlisted]
}

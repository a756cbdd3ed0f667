import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

/** A piece of TypeScript that a page or a doc comment shows. */
export interface DocExample {
  /** File and line where it stands. */
  readonly place: string
  readonly code: string
}

function listFiles(folder: string, ending: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory())
        return entry.name === 'api' || entry.name === 'measured' ? [] : listFiles(path, ending)
      return path.endsWith(ending) ? [path] : []
    })
    .sort()
}

/** Every `ts` fence of the pages. A fence marked `ts no-run` is shown only, and says why in the page. */
export function readPageExamples(root: string): DocExample[] {
  const pages = [join(root, 'README.md'), join(root, 'README.vi.md'), ...listFiles(join(root, 'docs'), '.md')]
  return pages.flatMap((path) => {
    const text = readFileSync(path, 'utf8')
    return [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match) => ({
      place: `${relative(root, path)}:${text.slice(0, match.index).split('\n').length}`,
      code: match[1] as string,
    }))
  })
}

/** Every `@example` of the doc comments in the sources. */
export function readCommentExamples(root: string): DocExample[] {
  return listFiles(join(root, 'src'), '.ts').flatMap((path) => {
    const text = readFileSync(path, 'utf8')
    return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) => {
      const body = comment[0].replace(/^\/\*\*|\s*\*\/$/g, '').replace(/^[ \t]*\* ?/gm, '')
      return [...body.matchAll(/@example[ \t]*\n([\s\S]*?)(?=\n@|$(?![\s\S]))/g)].map((match) => ({
        place: `${relative(root, path)}:${text.slice(0, comment.index).split('\n').length}`,
        code: (match[1] as string).replace(/^```\w*\n|\n```\s*$/g, ''),
      }))
    })
  })
}

const literal =
  /^('(?:[^'\\]|\\.)*'|-?\d[\d_]*(?:\.\d+)?|true|false|null|undefined|[[{].*[\]}])(?=$|[\s:,;.])/

/** Every statement that is one expression, in the order of the text. */
function listExpressions(tree: ts.SourceFile): ts.ExpressionStatement[] {
  const found: ts.ExpressionStatement[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found.sort((a, b) => a.getStart() - b.getStart())
}

/** The check of one remark: what `console.log` prints begins it, or it begins with the value as a literal. */
function checkOf(expression: ts.Expression, code: string, remark: string): string | undefined {
  if (ts.isCallExpression(expression) && expression.expression.getText() === 'console.log') {
    const args = expression.arguments.map((argument) => code.slice(argument.getStart(), argument.end))
    return `__prints([${args.join(', ')}], ${JSON.stringify(remark)})`
  }
  const value = literal.exec(remark)?.[1]
  return value === undefined
    ? undefined
    : `__sees(${code.slice(expression.getStart(), expression.end)}, ${value})`
}

/**
 * Turns `expression // value` into a check of the value, so that a page cannot say what the code does not do.
 *
 * Only a comment that begins with a literal counts; anything else stays a remark.
 */
export function withChecks(example: DocExample): string {
  const tree = ts.createSourceFile('example.ts', example.code, ts.ScriptTarget.ES2022, true)
  let code = example.code
  for (const statement of listExpressions(tree).reverse()) {
    const remark = /^[ \t]*\/\/ ?(.*)$/m
      .exec(example.code.slice(statement.end).split('\n')[0] ?? '')?.[1]
      ?.trim()
    if (remark === undefined) continue
    const start = statement.getStart()
    const check = checkOf(statement.expression, example.code, remark)
    if (check === undefined) continue
    const isInBlock = ts.isSourceFile(statement.parent) || ts.isBlock(statement.parent)
    code = `${code.slice(0, start)}${isInBlock ? ';' : ''}(globalThis as any).${check}${code.slice(statement.end)}`
  }
  return `export {}\n${code}`
}

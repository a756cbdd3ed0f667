import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { version } from '../src/version.ts'

// The floor plan of docs/house.md, section 2, as data.
const mayUse: Record<string, { rooms: readonly string[]; packages: readonly string[] }> = {
  calendar: { rooms: [], packages: [] },
  deadline: { rooms: ['calendar'], packages: [] },
  dossier: { rooms: ['deadline', 'calendar'], packages: ['zod', '#dossier-check'] },
  catalogue: { rooms: ['dossier', 'deadline', 'calendar'], packages: ['zod'] },
  procedure: {
    rooms: ['catalogue', 'dossier', 'deadline', 'calendar'],
    packages: ['zod', 'xstate', 'xstate/graph'],
  },
  document: { rooms: ['procedure', 'dossier', 'deadline', 'calendar'], packages: ['zod', 'xstate'] },
  exchange: { rooms: ['dossier', 'document', 'catalogue'], packages: ['zod'] },
  report: { rooms: ['dossier', 'document', 'catalogue', 'deadline', 'calendar'], packages: ['zod'] },
  pdf: { rooms: [], packages: ['fflate', '@noble/hashes/legacy.js', '@noble/ciphers/aes.js'] },
  signature: { rooms: ['pdf'], packages: [] },
  pki: { rooms: [], packages: ['pkijs', 'asn1js', '#verifier'] },
  form: {
    rooms: ['dossier', 'catalogue', 'procedure', 'document', 'deadline', 'report'],
    packages: ['pdf-lib', 'uqr'],
  },
  pades: { rooms: ['pdf', 'pki', 'signature'], packages: [] },
  validation: { rooms: ['pdf', 'pki', 'signature'], packages: [] },
  runtime: { rooms: ['procedure', 'document', 'dossier', 'catalogue', 'deadline', 'calendar'], packages: [] },
  adapters: { rooms: ['*'], packages: ['*'] },
  cli: { rooms: ['*'], packages: ['node:*'] },
}

/** Sub-folders that are doors of their own or explain themselves; anything else must be flat. */
const subFolders = [
  'calendar/data',
  'catalogue/data',
  'catalogue/import',
  'cli/demo',
  'deadline/term-text',
  'dossier/codes',
  'dossier/history',
  'dossier/json-schema',
  'dossier/reading',
  'dossier/units',
  'form/tinos',
  'pdf/syntax',
  'pki/cms',
  'pki/der',
  'pki/issue',
  'pki/keys',
  'pki/path',
  'pki/revocation',
  'pki/timestamp',
  'procedure/built-in',
  'procedure/case',
  'procedure/chart',
  'procedure/conform',
  'procedure/draw',
  'procedure/import',
  'procedure/lint',
  'procedure/petition',
  'procedure/testing',
  'procedure/version',
  'signature/shadow',
  'validation/attack',
  'validation/checks',
  'validation/difference',
  'validation/facts',
  'validation/judge',
  'validation/past',
  'validation/report',
  'validation/rules',
]

/** Packages that the floor may use: the hashers and the verifiers have them. */
const floorPackages: Record<string, readonly string[]> = {
  'hasher-node.ts': ['node:crypto'],
  'hasher-noble.ts': ['@noble/hashes/legacy.js', '@noble/hashes/sha2.js', '@noble/hashes/sha3.js'],
  'hash.ts': ['#hasher'],
  'verifier-node.ts': ['node:crypto'],
  'verifier-noble.ts': [
    '@noble/curves/ed448.js',
    '@noble/curves/ed25519.js',
    '@noble/curves/misc.js',
    '@noble/curves/nist.js',
    '@noble/curves/secp256k1.js',
  ],
}

/** A size that the right-hand column of docs/house.md, section 10, would refuse, with the reason why it stands. */
const exceptions: Record<string, string> = {
  'lines src/calendar/data/*': 'data tables',
  'lines src/catalogue/data/*': 'data tables',
  'lines src/form/tinos/*': 'generated font modules',
  'files src/cli': 'one file per command',
  'comments cli': 'sentences in two languages are most of it; the core rooms explain the rules',
  'files src/adapters': 'one door per file',
  'door src/pki/index.ts':
    'one function above the limit: a door of its own for the archive of CAdES would be harder to find',
  'parameters src/procedure/decide.ts':
    'decide takes the definition, the case, the command and the world, as contracts.md has it',
  'as src/date.ts': 'the brands of days and instants are made here',
}

const limits = {
  functionLines: 60,
  parameters: 3,
  fileLines: 400,
  filesInFolder: 15,
  doorValues: 40,
  assertions: 8,
  commentShare: 0.15,
}

const root = resolve(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? listFiles(path) : [path]
    })
    .filter((path) => path.endsWith('.ts'))
    .sort()
}

const files = listFiles(join(root, 'src')).map((path) => {
  const text = readFileSync(path, 'utf8')
  const name = relative(root, path)
  const parts = name.split('/').slice(1)
  return {
    path,
    name,
    text,
    room: parts.length > 1 ? (parts[0] as string) : '',
    tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true),
  }
})
type SourceFile = (typeof files)[number]
const rooms = [...new Set(files.map((file) => file.room).filter((room) => room !== ''))]

function isExcused(rule: string, name: string): boolean {
  return Object.keys(exceptions).some((key) => {
    const pattern = key.slice(rule.length + 1)
    if (!key.startsWith(`${rule} `)) return false
    return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
  })
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

function importsOf(file: SourceFile): string[] {
  const found: string[] = []
  walk(file.tree, (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      found.push((node.moduleSpecifier as ts.StringLiteral).text)
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [target] = node.arguments
      if (target && ts.isStringLiteral(target)) found.push(target.text)
    }
  })
  return found
}

function lineOf(file: SourceFile, node: ts.Node): number {
  return file.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
}

/** Name of a declaration at the top of a file. */
function nameOf(node: ts.Node): string {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.map((one) => one.name.getText()).join()
  return ts.isDeclarationStatement(node) ? (node.name?.getText() ?? '') : ''
}

function hasRight(list: readonly string[], name: string): boolean {
  return list.some(
    (right) =>
      right === '*' || right === name || (right.endsWith(':*') && name.startsWith(right.slice(0, -1))),
  )
}

/** Which import of a file breaks the floor plan, and how. */
function checkImport(file: SourceFile, target: string): string | undefined {
  if (!target.startsWith('.')) {
    const allowed =
      file.room === ''
        ? (floorPackages[file.name.replace('src/', '')] ?? [])
        : (mayUse[file.room]?.packages ?? [])
    return hasRight(allowed, target) ? undefined : `${file.name} may not use the package ${target}`
  }
  const reached = relative(join(root, 'src'), resolve(dirname(file.path), target)).split('/')
  if (reached.length === 1) return undefined
  // The published JSON Schemas are data that the command line prints.
  if (file.room === 'cli' && reached[0] === '..' && reached[1] === 'schemas') return undefined
  const room = reached[0] as string
  const isOwn = room === file.room
  if (isOwn && reached.at(-1) === 'index.ts' && reached.length === 2)
    return `${file.name} imports its own front door`
  if (isOwn || file.name === 'src/index.ts') return undefined
  const isDoor = reached.at(-1) === 'index.ts' || room === 'adapters'
  if (!isDoor) return `${file.name} enters ${room} by ${reached.join('/')}, not by a door`
  const allowed = file.room === '' ? [] : (mayUse[file.room]?.rooms ?? [])
  return hasRight(allowed, room) ? undefined : `${file.name} may not use the room ${room}`
}

describe('the floor plan', () => {
  it('knows every room', () => {
    expect(rooms.filter((room) => mayUse[room] === undefined)).toEqual([])
  })
  it('lets each file import only what its room may use, through front doors', () => {
    const broken = files.flatMap((file) => importsOf(file).map((target) => checkImport(file, target)))
    expect(broken.filter((line) => line !== undefined)).toEqual([])
  })
  it('has no import cycles', () => {
    const graph = new Map(
      files.map((file) => [
        file.path,
        importsOf(file)
          .filter((target) => target.startsWith('.'))
          .map((target) => resolve(dirname(file.path), target)),
      ]),
    )
    const cycles: string[] = []
    const done = new Set<string>()
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path))
        cycles.push([...trail.slice(trail.indexOf(path)), path].map((p) => relative(root, p)).join(' → '))
      if (done.has(path) || trail.includes(path)) return
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
      done.add(path)
    }
    for (const path of graph.keys()) visit(path, [])
    expect(cycles).toEqual([])
  })
  it('has a page and a folder of tests for every room, and none for a room that is not there', () => {
    const stands = (name: string): boolean => readdirSync(join(root, 'docs')).includes(`${name}.md`)
    expect(rooms.filter((room) => !stands(room))).toEqual([])
    const folders = readdirSync(join(root, 'test'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    const others = ['floor', 'interop', 'kit', 'soak', 'vectors']
    const tested = folders.map(({ name }) => name).filter((name) => !others.includes(name))
    expect(tested.sort()).toEqual([...rooms].sort())
  })
  it('keeps rooms flat but for the named sub-folders', () => {
    const folders = new Set(files.map((file) => dirname(file.name).replace(/^src\/?/, '')))
    expect([...folders].filter((folder) => folder.includes('/') && !subFolders.includes(folder))).toEqual([])
  })
})

describe('the doors', () => {
  const doors = files.filter((file) => file.name.endsWith('/index.ts'))
  it('lists every room and adapter in package.json and nothing else', () => {
    const wanted = files
      .filter(
        (file) =>
          file.name.endsWith('/index.ts') ||
          (file.room === 'adapters' &&
            !/\/(messages|list-xml|list-signature|canonical-xml)\.ts$/.test(file.name)),
      )
      .map(
        (file) =>
          `./${file.name
            .replace(/^src\//, '')
            .replace(/\/?index\.ts$/, '')
            .replace(/\.ts$/, '')}`,
      )
      .map((name) => (name === './' ? '.' : name))
    expect(Object.keys(manifest.exports).sort()).toEqual([...wanted, './package.json'].sort())
  })
  it('gives every door types first, for import and for require', () => {
    for (const [name, door] of Object.entries(manifest.exports)) {
      if (name === './package.json') continue
      const target =
        name === '.'
          ? 'index'
          : files.some((file) => file.name === `src/${name.slice(2)}/index.ts`)
            ? `${name.slice(2)}/index`
            : name.slice(2)
      expect(door, name).toEqual({
        import: { types: `./dist/${target}.d.ts`, default: `./dist/${target}.js` },
        require: { types: `./dist/${target}.d.cts`, default: `./dist/${target}.cjs` },
      })
    }
  })
  it('holds named re-exports and a module comment, no code', () => {
    const broken = doors.flatMap((file) => {
      const complaints = file.tree.statements
        .filter((node) => !(ts.isExportDeclaration(node) && node.moduleSpecifier && node.exportClause))
        .map((node) => `${file.name}:${lineOf(file, node)} is not a named re-export`)
      return file.text.includes('@module')
        ? complaints
        : [...complaints, `${file.name} has no module comment`]
    })
    expect(broken).toEqual([])
  })
  it('exports no more values than a person can learn', () => {
    const large = doors.flatMap((file) => {
      let values = 0
      walk(file.tree, (node) => {
        if (
          ts.isExportDeclaration(node) &&
          !node.isTypeOnly &&
          node.exportClause &&
          ts.isNamedExports(node.exportClause)
        ) {
          values += node.exportClause.elements.filter((element) => !element.isTypeOnly).length
        }
      })
      return values > limits.doorValues && !isExcused('door', file.name)
        ? [`${file.name} exports ${values} values`]
        : []
    })
    expect(large).toEqual([])
  })
  it('carries the version of package.json', () => {
    expect(version).toBe(manifest.version)
  })
})

describe('the world', () => {
  const worldly =
    /\bDate\.now\b|\bnew Date\(\s*\)|(?<![\w.])fetch\(|(?<![\w.'-])process\.|\bMath\.random\b|\bgetRandomValues\b|\bsetTimeout\b|\bsetInterval\b/
  it('is touched only by adapters and cli', () => {
    const broken = files
      .filter((file) => file.room !== 'adapters' && file.room !== 'cli')
      .flatMap((file) => {
        const code = file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, (comment) =>
          comment.replace(/[^\n]/g, ' '),
        )
        return code
          .split('\n')
          .flatMap((line, index) => (worldly.test(line) ? [`${file.name}:${index + 1} ${line.trim()}`] : []))
      })
    expect(broken).toEqual([])
  })
  it('is not waited for in tests outside test/adapters and test/interop (soak runs are programs that print)', () => {
    const broken = listFiles(join(root, 'test'))
      .map((path) => relative(root, path))
      .filter(
        (name) =>
          !/^test\/(adapters|interop|kit|soak)\/|^test\/(house|docs|package|examples)\.test\.ts$|^test\/cli\//.test(
            name,
          ),
      )
      .filter((name) => {
        const code = readFileSync(join(root, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        return /\bDate\.now\b|(?<![\w.])fetch\(|\bconsole\.|from 'node:(http|https|net|child_process)'/.test(
          code,
        )
      })
    expect(broken).toEqual([])
  })
})

describe('the sizes', () => {
  it('keeps files and folders small', () => {
    const large = files
      .map((file) => ({ name: file.name, lines: file.text.split('\n').length }))
      .filter(({ name, lines }) => lines > limits.fileLines && !isExcused('lines', name))
      .map(({ name, lines }) => `${name} has ${lines} lines`)
    const folders = new Map<string, number>()
    for (const file of files) folders.set(dirname(file.name), (folders.get(dirname(file.name)) ?? 0) + 1)
    const full = [...folders]
      .filter(([name, count]) => count > limits.filesInFolder && !isExcused('files', name))
      .map(([name, count]) => `${name} holds ${count} files`)
    expect([...large, ...full]).toEqual([])
  })
  it('keeps functions short and their parameters few', () => {
    const broken = files.flatMap((file) => {
      const complaints: string[] = []
      walk(file.tree, (node) => {
        if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return
        const first = lineOf(file, node)
        const length = file.tree.getLineAndCharacterOfPosition(node.end).line + 2 - first
        const parameters = node.parameters.length - (ts.isConstructorDeclaration(node) ? 1 : 0)
        const place = `${file.name}:${first}`
        if (length > limits.functionLines && !isExcused('function', file.name))
          complaints.push(`${place} is a function of ${length} lines`)
        if (parameters > limits.parameters && !isExcused('parameters', file.name))
          complaints.push(`${place} takes ${node.parameters.length} parameters`)
      })
      return complaints
    })
    expect(broken).toEqual([])
  })
  it('uses no any, no !, and few type assertions', () => {
    const broken = files.flatMap((file) => {
      const complaints: string[] = []
      let assertions = 0
      walk(file.tree, (node) => {
        if (node.kind === ts.SyntaxKind.AnyKeyword) complaints.push(`${file.name}:${lineOf(file, node)} any`)
        if (ts.isNonNullExpression(node)) complaints.push(`${file.name}:${lineOf(file, node)} !`)
        if (ts.isAsExpression(node) && node.type.getText() !== 'const') assertions += 1
      })
      if (assertions > limits.assertions && !isExcused('as', file.name))
        complaints.push(`${file.name} has ${assertions} assertions`)
      return complaints
    })
    expect(broken).toEqual([])
  })
})

describe('the comments', () => {
  it('make up at least a seventh of each room, so that every exported thing says what a caller gets', () => {
    const thin = rooms.flatMap((room) => {
      const lines = files
        .filter(
          (file) => file.room === room && !isExcused('lines', file.name) && !isExcused('comments', room),
        )
        .flatMap((file) => file.text.split('\n').filter((line) => line.trim() !== ''))
      const comments = lines.filter((line) => /^\s*(\/\*\*|\*|\/\/)/.test(line)).length
      return lines.length > 0 && comments / lines.length < limits.commentShare
        ? [`${room}: ${Math.round((100 * comments) / lines.length)} %`]
        : []
    })
    expect(thin).toEqual([])
  })
  it('stand above every exported function, interface and constant', () => {
    const bare = files.flatMap((file) => {
      const exported = file.tree.statements.filter(
        (node) =>
          ts.canHaveModifiers(node) &&
          ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true,
      )
      const isBare = (node: ts.Node): boolean => ts.getJSDocCommentsAndTags(node).length === 0
      // A schema and its type share a name and a comment; so do the overloads of a function.
      const said = new Set(exported.filter((node) => !isBare(node)).map(nameOf))
      return exported
        .filter((node) => isBare(node) && !said.has(nameOf(node)))
        .map((node) => `${file.name}:${lineOf(file, node)}`)
    })
    expect(bare).toEqual([])
  })
})

describe('the errors', () => {
  const table = files.find((file) => file.name === 'src/errors.ts') as SourceFile
  const codes: string[] = []
  walk(table.tree, (node) => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'ErrorTable') {
      for (const member of node.members)
        if (member.name && ts.isStringLiteral(member.name)) codes.push(member.name.text)
    }
  })
  it('has each code once, under its own room', () => {
    expect(codes.length).toBe(new Set(codes).size)
    const prefixes = [...Object.keys(mayUse), 'bytes', 'codes', 'date', 'hash', 'text']
    expect(codes.filter((code) => !prefixes.includes(code.split('/')[0] as string))).toEqual([])
  })
  it('writes each code in both languages and raises it somewhere', async () => {
    const sentences = new Map<string, { vi: unknown; en: unknown }>()
    for (const file of files.filter(({ text }) => /satisfies (Room)?Messages</.test(text))) {
      const module: Record<string, unknown> = await import(file.path)
      for (const value of Object.values(module)) {
        if (typeof value !== 'object' || value === null) continue
        for (const [code, write] of Object.entries(value)) if (code.includes('/')) sentences.set(code, write)
      }
    }
    const source = files
      .filter((file) => file !== table)
      .map((file) => file.text)
      .join('\n')
    const broken = codes.filter((code) => {
      const write = sentences.get(code)
      const isRaised = source.split(`'${code}'`).length > 2
      return typeof write?.vi !== 'function' || typeof write.en !== 'function' || !isRaised
    })
    expect(broken).toEqual([])
  })
  it('names in @throws the codes that an exported function raises itself, and only codes that exist', () => {
    const broken = files.flatMap((file) => {
      const complaints: string[] = []
      for (const node of file.tree.statements) {
        if (!ts.isFunctionDeclaration(node)) continue
        const isExported = node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
        const doc = ts
          .getJSDocCommentsAndTags(node)
          .map((part) => part.getText())
          .join('\n')
        const named = [...doc.matchAll(/@throws\s+MotcuaError\s+`([^`]+)`/g)].map(
          ([, code]) => code as string,
        )
        const raised = [...node.getText().matchAll(/new MotcuaError\(\s*\w+,\s*'([^']+)'/g)].map(
          ([, code]) => code as string,
        )
        for (const code of named)
          if (!codes.includes(code)) complaints.push(`${file.name} ${node.name?.text}: unknown ${code}`)
        if (!isExported) continue
        for (const code of raised)
          if (!named.includes(code)) complaints.push(`${file.name} ${node.name?.text}: @throws lacks ${code}`)
      }
      return complaints
    })
    expect(broken).toEqual([])
  })
})

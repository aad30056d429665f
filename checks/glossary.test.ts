/** Every noun that a package exports (types, interfaces, classes) stands in the glossary, so that one word means one thing. */
import { expect, test } from 'vitest'
import { listFiles, readText } from './source-tree.ts'

const rooms = ['kernel', 'feel', 'stages', 'plan', 'measures', 'register']

function exportedNouns(room: string): readonly string[] {
  const files = listFiles().filter((p) => p.startsWith(`packages/${room}/src/`) && p.endsWith('.ts') && !p.endsWith('.test.ts'))
  const index = readText(`packages/${room}/src/index.ts`)
  const nouns = files.flatMap((p) => {
    const stem = p.slice(`packages/${room}/src/`.length)
    const whole = new RegExp(`export \\* from '\\./${stem.replaceAll('.', '\\.')}'`).test(index)
    const declared = [...readText(p).matchAll(/^export (?:interface|type|class|abstract class) (\w+)/gm)].map((m) => m[1]!)
    return declared.filter((name) => whole || new RegExp(`\\b${name}\\b`).test(index))
  })
  return [...new Set(nouns)]
}

test('every exported noun stands in docs/glossary.md', () => {
  const glossary = readText('docs/glossary.md')
  const missing = rooms.flatMap((room) => exportedNouns(room).filter((noun) => !glossary.includes(`\`${noun}\``)).map((noun) => `${room}: ${noun}`))
  expect(missing).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { writeUtf8 } from '../../../src/bytes.ts'
import { findRootName } from '../../../src/validation/rules/well-formed.ts'

const rootOf = (text: string) => findRootName(writeUtf8(text))

describe('what it gives', () => {
  it.each([
    ['<a/>', 'a'],
    ['<?xml version="1.0"?><!-- c --><a b="1" c=\'2\'>x<b/>&amp;&#65;<![CDATA[<&]]></a> \n', 'a'],
    ['<x:a xmlns:x="urn:x"><x:b></x:b></x:a>', '{urn:x}a'],
    ['<a xmlns="urn:y"/>', '{urn:y}a'],
    ['\ufeff<a></a>', 'a'],
  ])('reads %s', (text, name) => {
    expect(rootOf(text)).toBe(name)
  })
  it('reads UTF-16 with a byte order mark', () => {
    const text = '\ufeff<a/>'
    const bytes = Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]))
    expect(findRootName(bytes)).toBe('a')
  })
})

describe('what it refuses', () => {
  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>text',
    '<a b=1/>',
    '<a b="1" b="2"/>',
    '<a>&e;</a>',
    '<a b="&e;"/>',
    '<!DOCTYPE a [<!ENTITY e "v">]><a>&e;</a>',
    '<x:a/>',
    '<a><!-- </a>',
    '<a b="<"/>',
  ])('does not take %s for well-formed', (text) => {
    expect(rootOf(text)).toBeUndefined()
  })
  it('does not take broken UTF-8 for text', () => {
    expect(findRootName(Uint8Array.of(0x3c, 0x61, 0x2f, 0x3e, 0xff))).toBeUndefined()
  })
})

describe('edges', () => {
  it('refuses elements nested without end, quickly', () => {
    expect(rootOf('<a>'.repeat(100_000))).toBeUndefined()
  })
  it('passes over the padding of a packet', () => {
    expect(rootOf(`<a/>${' '.repeat(5000)}\0\0`)).toBe('a')
  })
})

describe('what it must not touch', () => {
  it('leaves the bytes as they are', () => {
    const bytes = writeUtf8('<a/>')
    findRootName(bytes)
    expect(bytes).toEqual(writeUtf8('<a/>'))
  })
})

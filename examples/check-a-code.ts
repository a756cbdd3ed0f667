// Reads a personal number and a tax code as people type them, and explains what is doubtful.
import { isoDate } from 'motcua'
import { parsePersonalNumber, parseTaxCode } from 'motcua/dossier/codes'

const person = parsePersonalNumber('038 203 012345', { birthDate: isoDate('2003-05-01'), sex: 'female' })
console.log(`${person.value}: ${person.facts?.placeName}, ${person.facts?.birthYear}`)
for (const { severity, message } of person.doubts) console.log(`[${severity}] ${message.vi}`)

const company = parseTaxCode('0100109107')
console.log(company.ok, company.doubts[0]?.message.en)

/* Prints:
038203012345: Thanh Hóa, 2003
[info] đã bỏ khoảng trắng, dấu phân cách hoặc đổi sang chữ hoa
[warning] giới tính trong số định danh khác giới tính đã khai
false the check digit (position 10) does not fit
*/

/**
 * The dossier of the demonstration as an integrator would send it, once right and once broken.
 *
 * @module
 */
import type { Dossier } from '../../dossier/index.ts'
import { agency, cast } from './cast.ts'

/** A dossier for one certified copy from the register; every name and number in it is invented. */
export const payload = {
  schema: 'motcua/dossier@1',
  procedure: { code: '2.000908', name: 'Cấp bản sao từ sổ gốc' },
  field: { code: 'G15-CT', name: 'Chứng thực' },
  agency: agency.code,
  unit: 'Trung tâm Phục vụ hành chính công',
  channel: 'direct',
  origin: 'local',
  summary: 'Đề nghị cấp 02 bản sao Giấy khai sinh từ sổ gốc',
  sets: 1,
  applicant: {
    kind: 'citizen',
    name: cast.applicant.name,
    birthDate: '1990-02-28',
    sex: 'female',
    identityPapers: [{ kind: 'personal-number', number: '001190000001' }],
    address: { detail: 'Số 1, phố Tưởng Tượng, phường Minh Họa' },
    phone: '0912345678',
  },
  papers: [
    {
      code: 'TP01',
      name: 'Giấy tờ tùy thân còn giá trị sử dụng của người yêu cầu',
      originals: 1,
      certifiedCopies: 0,
      photocopies: 0,
      digitised: 0,
      files: [],
    },
  ],
  fees: [],
  return: { manner: 'desk' },
  form: {
    code: 'BS-01',
    answers: {
      register: 'khai sinh',
      registeredName: 'Nguyễn Văn Minh Họa',
      registerNumber: '12/1990',
      copies: 2,
    },
  },
} satisfies Record<string, unknown>

/** The same dossier with what integrators get wrong most: numbers as text, unknown keys, a bad day, no papers. */
export const brokenPayload = {
  ...payload,
  sets: '1',
  channel: 'counter',
  applicant: {
    ...payload.applicant,
    birthDate: '28/02/1990',
    identityPapers: [{ kind: 'personal-number', number: '12345' }],
  },
  papers: [{ ...payload.papers[0], originals: -1 }],
  maHoSo: 'x',
}

/** The papers of the dossier as slips list them. */
export function listSlipPapers(dossier: Dossier) {
  return dossier.papers.map(({ name, originals, certifiedCopies, photocopies }) => ({
    name,
    originalCount: originals,
    certifiedCopyCount: certifiedCopies,
    photocopyCount: photocopies,
  }))
}

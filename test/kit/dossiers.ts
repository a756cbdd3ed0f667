import { DOSSIER_SCHEMA, type Dossier } from '../../src/dossier/dossier.ts'

const hash = 'ab'.repeat(32)

/** An invented dossier of the procedure "copy from the original register", with a bit of everything. */
export const fullDossier = {
  schema: DOSSIER_SCHEMA,
  code: '000.00.64.H10-260828-0011',
  externalCodes: [{ system: 'dvcqg', code: 'G15.20-20260828-0000011' }],
  procedure: { code: '2.000908', name: 'Cấp bản sao từ sổ gốc' },
  field: { code: 'G15-CT', name: 'Chứng thực' },
  agency: 'H10.64',
  unit: 'Phòng Tư pháp',
  channel: 'online',
  origin: 'national-portal',
  summary: 'Đề nghị cấp bản sao bằng tốt nghiệp từ sổ gốc',
  sets: 1,
  applicant: {
    kind: 'citizen',
    name: 'Nguyễn Văn Mẫu',
    birthDate: '1990-02-28',
    sex: 'male',
    nationality: 'VN',
    ethnicity: 'Kinh',
    identityPapers: [
      { kind: 'personal-number', number: '070090000001', issuedOn: '2021-05-04', issuedBy: 'Cục Cảnh sát' },
    ],
    address: {
      detail: 'Số 1, đường Thí Dụ',
      units: { asOf: '2026-08-28', provinceCode: '75', communeCode: '25216' },
    },
    phone: '0912345678',
    email: 'mau@vidu.vn',
    account: { id: 'tech-0001', verified: true },
  },
  owner: {
    kind: 'enterprise',
    name: 'Công ty TNHH Thí Dụ',
    taxCode: '0100233488',
    enterpriseCode: '0100233488',
    representative: { kind: 'citizen', name: 'Trần Thị Mẫu' },
    phone: '+842713888888',
  },
  authorisation: {
    kind: 'power-of-attorney',
    number: '12/UQ',
    signedOn: '2026-08-01',
    paper: '000.00.00.G15-KQ000002',
  },
  papers: [
    {
      code: '000.00.00.G15-KQ000001',
      name: 'Bản chụp giấy tờ tùy thân',
      originals: 0,
      certifiedCopies: 0,
      photocopies: 1,
      digitised: 1,
      source: 'upload',
      compared: true,
      files: [
        {
          id: 'f-1',
          name: 'can-cuoc.pdf',
          mediaType: 'application/pdf',
          sizeBytes: 120_345,
          sha256: hash,
          url: 'https://tep.vidu.vn/f-1',
        },
      ],
    },
    {
      code: '000.00.00.G15-KQ000002',
      name: 'Giấy ủy quyền',
      originals: 1,
      certifiedCopies: 0,
      photocopies: 0,
      digitised: 3,
      source: 'earlier-result',
      reuse: { storeId: 'kho-77', dossierCode: '000.00.64.H10-250101-0001', resultCode: 'KQ.G15.000122' },
      fromNationalStore: true,
      files: [],
      note: 'Dòng một\nDòng hai',
    },
  ],
  otherPapers: [{ name: 'Đơn trình bày', copies: 2, kind: 'original' }],
  form: {
    code: 'TP-CT-01',
    version: '2',
    answers: {
      hoTen: 'Nguyễn Văn Mẫu',
      soBan: 2,
      dong: true,
      ghiChu: '',
      namHoc: ['2007', 2008],
      bang: [{ mon: 'Văn', diem: 8.5 }],
    },
  },
  fees: [
    {
      code: 'LP-01',
      name: 'Lệ phí cấp bản sao',
      class: 'charge',
      purpose: 'normal',
      moment: 'reception',
      amountVnd: 8000,
    },
  ],
  payments: [
    {
      id: 'tt-1',
      amountVnd: 8000,
      manner: 'national-portal',
      paidAt: '2026-08-28T15:25:00.000+07:00',
      fees: ['LP-01'],
      reference: '000006 4H10 260828 0011',
      receipt: {
        name: 'Biên lai thu lệ phí',
        form: 'EBL01',
        symbol: '26TAA',
        number: 1,
        collector: 'Ủy ban nhân dân phường Thí Dụ',
        collectorTaxCode: '0100112437',
        amountVnd: 8000,
        amountInWords: 'Tám nghìn đồng',
        issuedOn: '2026-08-28',
        signedAt: '2026-08-28T15:25:01.000+07:00',
      },
    },
  ],
  supplements: [
    {
      round: 1,
      requestedAt: '2026-08-31T09:00:00.000+07:00',
      requestedBy: 'Lê Văn Cán Bộ',
      content: 'Bổ sung giấy ủy quyền',
      papers: ['000.00.00.G15-KQ000002'],
      answeredAt: '2026-09-03T09:00:00.000+07:00',
      receivedBy: 'Lê Văn Cán Bộ',
      done: true,
      dueBefore: '2026-08-31T17:00:00.000+07:00',
      dueAfter: '2026-09-03T17:00:00.000+07:00',
    },
  ],
  results: [
    {
      code: 'KQ.G15.000122',
      name: 'Bản sao từ sổ gốc',
      number: '15',
      symbol: 'BS-STP',
      issuedOn: '2026-09-03',
      issuer: 'H10.64',
      ownerId: '070090000001',
      validFrom: '2026-09-03',
      files: [{ name: 'ket-qua.pdf', mediaType: 'application/pdf', sizeBytes: 90_000, sha256: hash }],
      signatures: [
        {
          by: 'person',
          signer: 'Phạm Thị Lãnh Đạo',
          signedAt: '2026-09-03T10:00:00.000+07:00',
          level: 'B-B',
        },
      ],
      store: {
        storeId: 'kq-9',
        agency: 'H10.64',
        path: '/kho/kq-9.pdf',
        registeredAt: '2026-09-03T10:10:00.000+07:00',
      },
    },
  ],
  return: { manner: 'post', address: { detail: 'Số 1, đường Thí Dụ' }, note: 'Giao giờ hành chính' },
  post: [
    {
      direction: 'out',
      tracking: 'EB123456789VN',
      sentAt: '2026-09-03T14:00:00.000+07:00',
      amountVnd: 26_000,
    },
  ],
  databases: ['7'],
  progress: {
    status: 10,
    submittedAt: '2026-08-28T15:20:00.000+07:00',
    receivedAt: '2026-08-28T15:22:00.000+07:00',
    dueAt: '2026-09-03T17:00:00.000+07:00',
    finishedAt: '2026-09-03T10:00:00.000+07:00',
    returnedAt: '2026-09-03T14:00:00.000+07:00',
  },
  satisfaction: { answeredAt: '2026-09-04T08:00:00.000+07:00', answers: { 'thai-do': 2, 'thoi-gian': 1 } },
  note: 'Hồ sơ mẫu',
} as const

/** The least that is a dossier. */
export const smallDossier = {
  schema: DOSSIER_SCHEMA,
  procedure: { code: '2.000908', name: 'Cấp bản sao từ sổ gốc' },
  field: { name: 'Chứng thực' },
  agency: 'H26.01',
  channel: 'direct',
  origin: 'local',
  summary: 'Cấp bản sao',
  sets: 1,
  applicant: { kind: 'citizen', name: 'Nguyễn Văn Mẫu' },
  papers: [],
  fees: [],
  return: { manner: 'desk' },
} as const

/** A copy of the full dossier that may be broken. */
export function copyOf(value: unknown = fullDossier): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value))
}

/** A copy of the full dossier in which the value at `path` is another one, or gone. */
export function broken(path: readonly (string | number)[], value: unknown): unknown {
  const copy = copyOf()
  const parent = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>((at, key) => at[key] as Record<string, unknown>, copy)
  const last = path.at(-1) as string
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy
}

/** The full dossier with its type. */
export const typedDossier = fullDossier as unknown as Dossier

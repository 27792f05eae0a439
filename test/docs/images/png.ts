import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A picture without transparency: three bytes for each pixel, row by row. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** A picture whose pixels are places in a palette of at most 256 colours, each 0xRRGGBB. */
export interface IndexedPicture extends Picture {
  readonly palette: readonly number[]
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Reads a PNG of eight bits a channel that is not interlaced, as browsers write it. Transparency is left out. */
export function readPng(file: Buffer): Picture {
  const chunks = chunksOf(file)
  const header = chunks.find(({ type }) => type === 'IHDR')!.data
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3]
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const rows = unfilter(inflateSync(packed), width * channels, channels)
  const pixels = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at++)
    pixels.set(rows.subarray(at * channels, at * channels + 3), at * 3)
  return { width, height, pixels }
}

/** Writes a PNG with a palette; rows stay unfiltered, which packs flat areas best. */
export function writeIndexedPng({ width, height, pixels, palette }: IndexedPicture): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row++)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

function chunksOf(file: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let at = signature.length; at < file.length;) {
    const length = file.readUInt32BE(at)
    chunks.push({
      type: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    })
    at += length + 12
  }
  return chunks
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** Undoes the filter of each row: its first byte says by which neighbours the others were foretold. */
function unfilter(filtered: Buffer, rowLength: number, step: number): Uint8Array {
  const rows = new Uint8Array((filtered.length / (rowLength + 1)) * rowLength)
  for (let row = 0; row * rowLength < rows.length; row++) {
    const filter = filtered[row * (rowLength + 1)]!
    for (let column = 0; column < rowLength; column++) {
      const at = row * rowLength + column
      const left = column < step ? 0 : rows[at - step]!
      const above = row === 0 ? 0 : rows[at - rowLength]!
      const corner = row === 0 || column < step ? 0 : rows[at - rowLength - step]!
      rows[at] = filtered[row * (rowLength + 1) + 1 + column]! + foretold(filter, left, above, corner)
    }
  }
  return rows
}

function foretold(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4:
      return nearest(left, above, corner)
    default:
      return 0
  }
}

/** Paeth's choice: the neighbour that lies nearest to left + above - corner. */
function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((each) => Math.abs(guess - each)) as [
    number,
    number,
    number,
  ]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

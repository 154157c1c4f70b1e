import sharp from 'sharp';

const sheet = async (names, out, w) => {
  const ims = [];
  for (const n of names) {
    const b = await sharp('/tmp/ws-shots/' + n)
      .resize({ width: w })
      .png()
      .toBuffer();
    const m = await sharp(b).metadata();
    ims.push({ b, h: m.height });
  }
  const H = Math.min(2400, Math.max(...ims.map((i) => i.h)));
  const parts = [];
  for (const [k, i] of ims.entries()) {
    parts.push({
      input: i.h > H ? await sharp(i.b).extract({ left: 0, top: 0, width: w, height: H }).toBuffer() : i.b,
      left: k * (w + 10),
      top: 0,
    });
  }
  await sharp({ create: { width: (w + 10) * ims.length, height: H, channels: 3, background: '#888' } })
    .composite(parts)
    .png()
    .toFile('/tmp/ws-shots/' + out);
};
for (const a of JSON.parse(process.argv[2])) await sheet(...a);

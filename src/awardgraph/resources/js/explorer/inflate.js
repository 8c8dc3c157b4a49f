// Blocks of the page: deflated, in base64. For pages and for their workers.
"use strict";

let rested = performance.now();
/** Let the browser draw and listen between two parts of long work, where the last time was some while ago. */
async function breath() {
  if (performance.now() - rested < 12) return;
  await (globalThis.scheduler?.yield ? scheduler.yield() : new Promise((done) => setTimeout(done)));
  rested = performance.now();
}

const bytesOf = (text) => (Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));

/** The bytes of a block, or of the parts of one. */
async function inflate(...parts) {
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const read = new Response(readable).arrayBuffer();
  const writer = writable.getWriter();
  for (const part of parts) {
    await breath();
    await writer.write(bytesOf(part));
  }
  writer.close();
  return new Uint8Array(await read);
}

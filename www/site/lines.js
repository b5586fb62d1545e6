/**
 * The JSON values of a stream that has one on each line, as they arrive.
 * @param {ReadableStream<BufferSource>} stream
 */
export async function* jsonLines(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (done ? rest : rest + value).split('\n');
    rest = done ? '' : /** @type {string} */ (lines.pop());
    for (const line of lines) if (line !== '') yield JSON.parse(line);
    if (done) return;
  }
}

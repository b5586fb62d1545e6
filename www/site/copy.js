/** Gives each snippet the button that copies it, where the page may write to the clipboard. */
const news = document.createElement('p');
news.className = 'unseen';
news.setAttribute('role', 'status');
document.body.append(news);

for (const figure of navigator.clipboard ? document.querySelectorAll('.snippet') : []) {
  const caption = /** @type {Element} */ (figure.querySelector('figcaption'));
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy: ${caption.textContent}`);
  button.addEventListener('click', async () => {
    const said = await copied(String(figure.querySelector('code')?.textContent));
    button.textContent = news.textContent = said;
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
  caption.after(button);
}

/** @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied';
  } catch {
    return 'Not allowed';
  }
}

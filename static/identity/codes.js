// Recovery codes are shown once: copied and printed from there. They can be saved without this script.
document.querySelector('[data-copy-codes]')?.addEventListener('click', async event => {
  const button = event.currentTarget;
  const codes = [...document.querySelectorAll('.recovery-codes li')].map(code => code.textContent);
  await navigator.clipboard.writeText(codes.join('\n') + '\n');
  button.querySelector('span').textContent = button.dataset.copied;
});
document.querySelector('[data-print]')?.addEventListener('click', () => window.print());

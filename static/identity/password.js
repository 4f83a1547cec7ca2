// Says how hard a new password is to guess, while it is typed. The server judges it by its own rules, whatever is said here.
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ'];
const SHORTEST = 12;

function follows(one, other) {
  return ROWS.some(row => row.includes(one + other) || row.includes(other + one));
}

/** How many characters are left when each that could be told from the one before it is not counted. */
function surprising(password) {
  const letters = [...password.toLowerCase()];
  const unforeseen = letters.filter((letter, place) => place === 0 || letter !== letters[place - 1] && !follows(letters[place - 1], letter));
  return Math.min(unforeseen.length, new Set(letters).size * 1.5);
}

function alphabet(password) {
  const kinds = [[/[a-z]/, 26], [/[A-Z]/, 26], [/[0-9]/, 10], [/[\u3131-\u318e\uac00-\ud7a3]/, 500], [/[^A-Za-z0-9\u3131-\u318e\uac00-\ud7a3]/, 20]];
  return kinds.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 0);
}

/** 0 for too short, then 1 to 4. */
function strength(password) {
  if (password.length < SHORTEST) {
    return 0;
  }
  const bits = surprising(password) * Math.log2(alphabet(password));
  return bits < 45 ? 1 : bits < 60 ? 2 : bits < 80 ? 3 : 4;
}

for (const place of document.querySelectorAll('[data-strength]')) {
  const field = document.getElementById(place.dataset.strength);
  const words = place.dataset.words.split(';').map(word => word.trim());
  field.addEventListener('input', () => {
    const level = strength(field.value);
    place.hidden = field.value === '';
    place.dataset.level = level;
    place.querySelector('.strength-word').textContent = words[level];
  });
}

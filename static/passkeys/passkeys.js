// Adds a passkey, or signs in with one. The server asks and judges; this hands its questions to the device and the answers back.
const ASKED_AGAIN = 4 * 60 * 1000; // an offer outlives its question, which holds for five minutes

const form = document.querySelector("form[data-passkey]");
const adds = form?.dataset.passkey === "add";
const trouble = form?.querySelector("[data-passkey-trouble]");
const button = form?.querySelector("button");
let waiting;
let offering;

async function question() {
  const answer = await fetch(form.dataset.challenge, {method: "POST", body: new URLSearchParams({_csrf: form.elements._csrf.value})});
  if (!answer.ok) throw new DOMException("", answer.status === 429 ? "TooMany" : "Refused");
  return answer.json();
}

async function proof(how) {
  const asked = await question();
  waiting?.abort();
  waiting = new AbortController();
  const {signal} = waiting;
  const made = adds ? navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked), signal})
    : navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked), signal, ...how});
  return JSON.stringify((await made).toJSON());
}

function send(credential) {
  form.querySelector("[data-passkey-answer]").value = credential;
  form.submit();
}

function say(name) {
  const words = trouble.dataset;
  trouble.querySelector("span").textContent = {NotAllowedError: words.stopped, InvalidStateError: words.known, SecurityError: words.address, TooMany: words.tooMany}[name] ?? words.failed;
  trouble.hidden = false;
}

// ---- the browser offers a passkey where the address is typed
async function offer() {
  try {
    send(await proof({mediation: "conditional"}));
  } catch { /* nobody asked for it yet: nobody is told */ }
}

async function offerAgainAndAgain() {
  if (form.dataset.passkey === "sign-in" && await PublicKeyCredential.isConditionalMediationAvailable?.()) {
    offering = setInterval(offer, ASKED_AGAIN);
    offer();
  }
}

if (form && window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  form.hidden = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (button.ariaDisabled === "true") return;
    clearInterval(offering);
    trouble.hidden = true;
    button.ariaDisabled = "true";
    try {
      send(await proof());
    } catch (e) {
      say(e.name);
      button.ariaDisabled = null;
      offerAgainAndAgain();
    }
  });
  offerAgainAndAgain();
} else if (form) {
  document.querySelector("[data-passkey-unknown]")?.removeAttribute("hidden");
}

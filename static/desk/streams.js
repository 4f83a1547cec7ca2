// What comes in while a page is open. An element with data-stream="/address" is told of it by the event "news", in which
// htmx asks what is new: <div role="status" data-stream="/x/stream" hx-get="/x/news?since=…" hx-trigger="news">. One
// connection for each address, and none while the page is not seen: a browser has only a few of them for all its tabs.

const streams = new Map();
const listeners = () => [...document.querySelectorAll("[data-stream]")];

function listen() {
  const wanted = document.hidden ? [] : listeners().map(element => element.dataset.stream);
  for (const [address, stream] of streams) if (!wanted.includes(address)) {
    stream.close();
    streams.delete(address);
  }
  for (const address of wanted) if (!streams.has(address)) streams.set(address, open(address));
}

function open(address) {
  const stream = new EventSource(address);
  stream.addEventListener("news", () => listeners().filter(element => element.dataset.stream === address)
    .forEach(element => htmx.trigger(element, "news")));
  return stream;
}

document.addEventListener("visibilitychange", listen);
document.addEventListener("htmx:load", listen);
addEventListener("pagehide", () => streams.forEach(stream => stream.close()));
addEventListener("pageshow", event => {
  if (!event.persisted) return;
  streams.clear();
  listen();
});
listen();

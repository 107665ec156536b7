// Checks a certificate's file on the reader's own device. Only its hash is sent; what comes back is not believed but
// recomputed: the entry's bytes are hashed, must name this very file, and must lead up to the root of the checkpoint,
// which must be the one that the log gives to everybody and carry the signature of the log's key (Ed25519).
// Without this script, or where the browser can't hash, the form uploads the file and the server checks it.
(function () {
  'use strict';
  var copy = document.documentElement.getAttribute('data-static');
  if (copy) leadToNumbers(copy === '/' ? '' : copy);
  var form = document.querySelector('form[data-local-check]');
  var subtle = window.crypto && window.crypto.subtle;
  if (!form || !subtle || !window.fetch || !window.Promise) return;

  var file = form.querySelector('input[type=file]');
  var button = form.querySelector('button[type=submit]');
  var upload = button.cloneNode(true);
  var result = document.createElement('div');
  result.setAttribute('role', 'status');
  var note = document.createElement('p');
  note.className = 'dl-hint';
  note.textContent = say('note');
  button.textContent = say('button');
  upload.textContent = say('upload');
  upload.className += ' dl-button-secondary';
  upload.hidden = true;
  button.insertAdjacentElement('beforebegin', note);
  button.insertAdjacentElement('afterend', upload);
  form.appendChild(result);

  var whole = false;
  upload.addEventListener('click', function () {
    whole = true;
  });
  file.addEventListener('change', function () {
    result.textContent = '';
    upload.hidden = true;
  });
  form.addEventListener('submit', function (event) {
    if (whole || !file.files || file.files.length === 0) return;
    event.preventDefault();
    result.textContent = say('working');
    check(file.files[0]).then(show, function () {
      show({ kind: 'broken', facts: {} });
    });
  });

  /** In a copy of the site as files nobody answers forms: the number leads straight to its page. */
  function leadToNumbers(prefix) {
    document.addEventListener('submit', function (event) {
      var number = event.target.elements.namedItem('number');
      if (!number) return;
      event.preventDefault();
      location.href = prefix + '/c/' + encodeURIComponent(number.value.trim().toUpperCase()) + '/';
    });
  }

  function say(name) {
    return form.getAttribute('data-say-' + name) || '';
  }

  function show(found) {
    var look = { yes: 'ok', ended: 'err', no: 'warn', broken: 'warn' }[found.kind];
    result.textContent = '';
    result.className = 'dl-verdict dl-verdict-' + look;
    var box = document.createElement('div');
    var title = document.createElement('h2');
    var more = document.createElement('p');
    title.textContent = fill(say(found.kind), found.facts);
    more.textContent = fill(say(found.kind + '-more'), found.facts);
    box.appendChild(title);
    box.appendChild(more);
    var signed = box.appendChild(document.createElement('p'));
    signed.textContent = found.signed ? say(found.signed) : '';
    if (found.facts.number) {
      var link = document.createElement('a');
      link.href =
        (copy ? (copy === '/' ? '' : copy) : '') +
        '/c/' +
        encodeURIComponent(found.facts.number) +
        (copy ? '/' : location.search);
      link.textContent = found.facts.number;
      box.appendChild(link);
    }
    result.appendChild(box);
    // A copy of the site has nobody to upload to.
    upload.hidden = Boolean(copy);
  }

  function fill(text, facts) {
    return text.replace(/\{(\w+)\}/g, function (_, name) {
      return String(facts[name]);
    });
  }

  async function check(chosen) {
    var sha256 = hex(await hash(await chosen.arrayBuffer()));
    var response = await fetch('/verify/files/' + sha256, { headers: { accept: 'application/json' } });
    if (response.status === 404) return { kind: 'no', facts: {} };
    if (!response.ok) throw new Error('no answer');
    var found = await response.json();
    var facts = { number: found.number, seq: found.seq, size: found.checkpoint && found.checkpoint.size };
    if (!found.checkpoint || !(await holds(found, sha256))) return { kind: 'broken', facts: {} };
    var signed = await signature(found.checkpoint.note);
    if (signed === 'forged' || !(await shownToAll(found.checkpoint.note)))
      return { kind: 'broken', facts: {} };
    return { kind: found.state === 'issued' ? 'yes' : 'ended', facts: facts, signed: signed };
  }

  /** `signed` under a key of the log, `unsigned` where this browser can't check that, else `forged`. */
  async function signature(note) {
    var end = note.indexOf('\n\n') + 1;
    var text = new TextEncoder().encode(note.slice(0, end));
    for (var known of (await (await fetch('/log/key')).text()).split('\n')) {
      // name+hash+base64, where the first of the bytes names the algorithm: 1 = Ed25519 (C2SP signed-note).
      var parts = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(known);
      var raw = parts ? decoded(parts[3]) : [];
      if (raw.length !== 33 || raw[0] !== 1) continue;
      var key = await subtle
        .importKey('raw', raw.slice(1), 'Ed25519', false, ['verify'])
        .catch(function () {});
      if (!key) return 'unsigned';
      for (var line of note.slice(end + 1).split('\n')) {
        var said = /^\u2014 (\S+) (\S+)$/.exec(line);
        var seal = said && said[1] === parts[1] ? decoded(said[2]) : [];
        if (seal.length !== 68 || hex(seal.slice(0, 4)) !== parts[2]) continue;
        if (await subtle.verify('Ed25519', key, seal.slice(4), text)) return 'signed';
      }
    }
    return 'forged';
  }

  /** Whether the log gives everybody the same root for this size; a newer checkpoint says nothing about it. */
  async function shownToAll(note) {
    var own = note.split('\n');
    var other = (await (await fetch('/log/checkpoint')).text()).split('\n');
    return other[0] === own[0] && (other[1] !== own[1] || other[2] === own[2]);
  }

  /** Whether the entry names this file and stands under the checkpoint that the site gives to everybody. */
  async function holds(found, sha256) {
    var entry = await (await fetch('/log/entry/' + found.seq)).arrayBuffer();
    var said = JSON.parse(new TextDecoder().decode(entry));
    if (said.type !== 'certificate.issued' || said.data.sha256 !== sha256) return false;
    var lines = found.checkpoint.note.split('\n');
    if (lines[1] !== String(found.checkpoint.size)) return false;
    var leaf = await hash(joined([new Uint8Array([0]), new Uint8Array(entry)]));
    var root = await climb(leaf, found.seq, found.checkpoint.size, found.checkpoint.path);
    return root !== undefined && base64(root) === lines[2];
  }

  /** The root to which a path leads (RFC 9162, 2.1.3.2); undefined for a path that does not fit. */
  async function climb(leaf, seq, size, path) {
    var fn = seq;
    var sn = size - 1;
    var node = leaf;
    for (var index = 0; index < path.length; index += 1) {
      if (sn === 0) return undefined;
      var sibling = bytes(path[index]);
      var left = fn % 2 === 1 || fn === sn;
      node = await hash(joined([new Uint8Array([1])].concat(left ? [sibling, node] : [node, sibling])));
      while (left && fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2);
        sn = Math.floor(sn / 2);
      }
      fn = Math.floor(fn / 2);
      sn = Math.floor(sn / 2);
    }
    return sn === 0 ? node : undefined;
  }

  async function hash(data) {
    return new Uint8Array(await subtle.digest('SHA-256', data));
  }
  function joined(parts) {
    var all = new Uint8Array(
      parts.reduce(function (length, part) {
        return length + part.length;
      }, 0),
    );
    parts.reduce(function (at, part) {
      all.set(part, at);
      return at + part.length;
    }, 0);
    return all;
  }
  function hex(data) {
    return Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  function bytes(text) {
    return Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
  }
  function decoded(text) {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  }
  function base64(data) {
    return btoa(String.fromCharCode.apply(null, data));
  }
})();

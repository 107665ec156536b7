// Reads QR codes by the camera into the code field of the page, which then does what it does for typed codes.
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const box = document.querySelector<HTMLElement>('[data-camera]');
const field = document.querySelector<HTMLInputElement>('[data-scan-field]');
// Browsers show cameras to secure addresses alone.
if (box && field && 'mediaDevices' in navigator) prepare(box, field);

/** Long enough to hold a label before the lens, short enough to spare the battery. */
const pauseMs = 200;

function prepare(camera: HTMLElement, code: HTMLInputElement): void {
  const part = <T extends HTMLElement>(name: string) => camera.querySelector<T>(`[data-camera-${name}]`)!;
  const [start, stop, state, video] = [
    part<HTMLButtonElement>('start'),
    part<HTMLButtonElement>('stop'),
    part('state'),
    part<HTMLVideoElement>('view'),
  ];
  let stream: MediaStream | undefined;
  const show = (on: boolean) => {
    start.hidden = on;
    stop.hidden = video.hidden = !on;
  };
  const end = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = undefined;
    show(false);
  };
  const scan = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    loadReader(camera.dataset['wasm'] ?? '');
    video.srcObject = stream;
    show(true);
    state.textContent = camera.dataset['looking'] ?? '';
    await video.play();
    const found = await look(video, () => stream !== undefined);
    end();
    if (found === undefined) return;
    state.textContent = `${camera.dataset['found'] ?? ''} ${found}`;
    code.value = found;
    submit(code);
  };
  start.addEventListener('click', () => {
    // No camera, no permission, or a browser that can't run the reader: the field beside it still works.
    scan().catch(() => {
      end();
      state.textContent = camera.dataset['noCamera'] ?? '';
    });
  });
  stop.addEventListener('click', () => {
    end();
    state.textContent = '';
    start.focus();
  });
  window.addEventListener('pagehide', end);
  camera.hidden = false;
}

/** Our own copy of the reader: nothing is fetched from elsewhere. */
function loadReader(wasm: string): void {
  prepareZXingModule({ overrides: { locateFile: () => wasm } });
}

/** Looks at the pictures of the camera until one shows a code, or until it is stopped. */
async function look(video: HTMLVideoElement, on: () => boolean): Promise<string | undefined> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  while (on()) {
    if (video.videoWidth > 0) {
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      context.drawImage(video, 0, 0);
      const picture = context.getImageData(0, 0, canvas.width, canvas.height);
      const [first] = await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1 });
      if (first?.text) return first.text;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return undefined;
}

/** As if the code had been typed with Enter; a page that takes codes without a round trip listens to `scanned`. */
function submit(code: HTMLInputElement): void {
  if (!code.dispatchEvent(new CustomEvent('scanned', { bubbles: true, cancelable: true }))) return;
  const { form } = code;
  const button = form?.querySelector<HTMLButtonElement>('[data-scan-submit]');
  form?.requestSubmit(button ?? undefined);
}

import { type ComponentType, lazy, type ReactNode, Suspense, useCallback, useRef, useState } from "react";

import styles from "./deferred.module.css";

const firstTouches = ["pointermove", "pointerdown", "keydown", "focusin"] as const;

/** The first sign that somebody is using the screen. Layers that open are fetched then: the first paint needs none of them. */
const firstUse = new Promise<void>((resolve) => {
  for (const touch of firstTouches) window.addEventListener(touch, () => resolve(), { once: true, passive: true });
});

/** When what is there has been painted and the browser has nothing better to do, two seconds from then at the latest. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    const rest = (): void => {
      if ("requestIdleCallback" in window) window.requestIdleCallback(() => resolve(), { timeout: 2000 });
      else setTimeout(resolve, 300);
    };
    // Nothing is painted where nobody looks, and idle moments come before a frame, too.
    if (document.hidden) rest();
    else requestAnimationFrame(rest);
  });

/** A part that is seen without being asked for, but that nobody waits for: fetched once what is there has been painted. */
export function afterPaint<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: ReactNode = null,
): ComponentType<P> {
  const Later = lazy(async () => {
    await idle();
    return { default: await load() };
  });
  return function AfterPaint(props: P) {
    return (
      <Suspense fallback={meanwhile}>
        <Later {...props} />
      </Suspense>
    );
  };
}

/** How the deferred part finds the screen: its stand-in may have been pressed. */
export interface Arrival {
  readonly startOpen: boolean;
}

/**
 * A part of the screen that nobody needs before the first use; fetched then, so that it is there when it is asked for.
 * `meanwhile` stands in its place should it still be on its way, such as `<KeyHold />` for what will take the keys.
 */
export function afterFirstUse<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: ReactNode = null,
): ComponentType<P> {
  let Here: ComponentType<P> | undefined;
  const arrival = firstUse.then(load).then((loaded) => {
    Here = loaded;
    return { default: loaded };
  });
  // Who waits for it on the screen is told what went wrong; before that nobody needs to know.
  arrival.catch(() => undefined);
  const Later = lazy(() => arrival);
  return function AfterFirstUse(props: P) {
    // What it is stays for as long as it stands here; its texts may still be on their way when its code is not.
    const [Part] = useState<ComponentType<P>>(() => Here ?? Later);
    return (
      <Suspense fallback={meanwhile}>
        <Part {...props} />
      </Suspense>
    );
  };
}

/** A control whose layer comes later. Until then `face` shows it, of the same size; a press on the face opens the layer once it is here. */
export function deferred<P extends object>(
  load: () => Promise<ComponentType<P & Arrival>>,
  face: (props: P) => ReactNode,
): ComponentType<P> {
  const Layer = lazy(async () => {
    await firstUse;
    return { default: await load() };
  });
  return function Deferred(props: P) {
    const [pressed, setPressed] = useState(false);
    const focused = useRef(false);
    const arrive = useCallback((place: HTMLElement | null) => {
      if (focused.current) place?.querySelector("button")?.focus();
    }, []);
    return (
      <Suspense
        fallback={
          <span
            className={styles.place}
            onPointerDown={() => setPressed(true)}
            onClick={() => setPressed(true)}
            onFocus={() => (focused.current = true)}
            onBlur={() => (focused.current = false)}
          >
            {face(props)}
          </span>
        }
      >
        <span className={styles.place} ref={arrive}>
          <Layer {...props} startOpen={pressed} />
        </span>
      </Suspense>
    );
  };
}

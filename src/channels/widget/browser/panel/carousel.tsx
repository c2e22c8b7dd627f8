import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from './context.js';
import { calm } from './device.js';
import { IconButton } from './icons.js';

/** Cards side by side: swiped, scrolled, or moved card by card with two buttons. */
export function Carousel({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { words } = usePanel();
  const strip = useRef<HTMLUListElement>(null);
  const [ends, setEnds] = useState({ start: true, end: true });
  const look = () => {
    const list = strip.current;
    if (list === null) return;
    const start = list.scrollLeft < 8;
    const end = list.scrollLeft + list.clientWidth > list.scrollWidth - 8;
    setEnds((known) => (known.start === start && known.end === end ? known : { start, end }));
  };
  useEffect(() => {
    const list = strip.current;
    if (list === null) return;
    const observer = new ResizeObserver(look);
    observer.observe(list);
    return () => observer.disconnect();
  }, []);
  const move = (direction: 1 | -1) => {
    const list = strip.current;
    const card = list?.firstElementChild?.getBoundingClientRect().width ?? 200;
    const page = Math.max(1, Math.floor((list?.clientWidth ?? card) / (card + 12)));
    list?.scrollBy({ left: direction * page * (card + 12), behavior: calm() ? 'auto' : 'smooth' });
  };
  return (
    <section class="carousel" aria-label={label}>
      <ul ref={strip} class="strip" onScroll={look}>
        {children}
      </ul>
      {ends.start && ends.end ? null : (
        <div class="arrows">
          <IconButton icon="left" label={words.say('ui.panel.back')} disabled={ends.start} onClick={() => move(-1)} />
          <IconButton icon="right" label={words.say('ui.panel.next')} disabled={ends.end} onClick={() => move(1)} />
        </div>
      )}
    </section>
  );
}

/** A row of pictures with their captions. */

import { PixelPicture } from '../ui/PixelPicture.tsx';
import type { Shown } from './studio.ts';

export function Pictures({ pictures, title }: { pictures: readonly Shown[]; title: string }) {
  return (
    <ul class="picture-row" aria-label={title}>
      {pictures.map(({ pixels, caption }, i) => (
        <li key={i}>
          <PixelPicture pixels={pixels} label={caption} isCaption />
          <p class="caption" aria-hidden="true" lang="en">
            {caption}
          </p>
        </li>
      ))}
    </ul>
  );
}

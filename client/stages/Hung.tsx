/** A row of pictures with their captions below. They are the world's words, so they stay as they are in every language. */

import type { ShownPicture } from '../../shared/game/images/market.ts';
import { PALETTE } from '../../shared/world/pictures/palette.ts';
import { PixelPicture } from '../ui/PixelPicture.tsx';

function pixelsOf({ pixels }: Pick<ShownPicture, 'pixels'>): Uint8ClampedArray {
  return Uint8ClampedArray.from([...pixels].flatMap((digit) => PALETTE[parseInt(digit, 16)]));
}

interface HungProps {
  title: string;
  pictures: readonly ShownPicture[];
  /** Whether captions are to be read, or only heard. */
  hasCaptions?: boolean;
  /** What stands below each. */
  mark?: (index: number) => string;
}

export function Hung({ title, pictures, hasCaptions = false, mark }: HungProps) {
  return (
    <ul class="picture-row" aria-label={title}>
      {pictures.map((picture, i) => (
        <li key={i}>
          <PixelPicture pixels={pixelsOf(picture)} label={picture.caption} isCaption />
          {hasCaptions && (
            <p class="caption" aria-hidden="true" lang="en">
              {picture.caption}
            </p>
          )}
          {mark && <p class="small">{mark(i)}</p>}
        </li>
      ))}
    </ul>
  );
}

/** A picture of sixteen by sixteen pixels, drawn large and sharp, with its words for who can't see it: a caption is in the world's language, English. */

import './pixel-picture.css';
import { useEffect, useRef } from 'preact/hooks';
import { SIDE } from '../../shared/world/pictures/palette.ts';

interface PixelPictureProps {
  pixels: Uint8ClampedArray;
  label: string;
  isCaption: boolean;
}

export function PixelPicture({ pixels, label, isCaption }: PixelPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(SIDE, SIDE);
    for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
      image.data.set(pixels.subarray(3 * pixel, 3 * pixel + 3), 4 * pixel);
      image.data[4 * pixel + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [pixels]);
  return (
    <canvas
      ref={canvas}
      class="pixel-picture"
      width={SIDE}
      height={SIDE}
      role="img"
      aria-label={label}
      lang={isCaption ? 'en' : undefined}
    />
  );
}

/** Catches what breaks while a page draws itself: a sentence and a way back instead of an empty screen. */

import { Component, type ComponentChildren } from 'preact';
import { t } from '../i18n/t.ts';
import { Button } from './Button.tsx';

interface ErrorBoundaryState {
  broke: boolean;
}

/** The seat and the match live outside of what is drawn, so drawing it anew is enough. */
export class ErrorBoundary extends Component<{ children: ComponentChildren }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { broke: false };

  static override getDerivedStateFromError(): ErrorBoundaryState {
    return { broke: true };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render() {
    if (!this.state.broke) return this.props.children;
    return (
      <main class="notice" role="alert">
        <p>{t('app.broke')}</p>
        <Button tone="main" onPress={() => this.setState({ broke: false })}>
          {t('app.drawAgain')}
        </Button>
      </main>
    );
  }
}

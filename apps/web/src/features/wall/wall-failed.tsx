import { Component, type ReactNode } from 'react'
import { formatSpan } from '../../ui/duration.ts'
import classes from './wall-failed.module.css'

interface WallFailedProps {
  /** Gives after how many milliseconds the page is loaded anew. */
  onCrash: () => number
  children: ReactNode
}

/** Says that the page broke and when it begins anew, in its place. */
export class WallFailed extends Component<WallFailedProps, { broke: boolean; pauseMs: number }> {
  override state = { broke: false, pauseMs: 0 }

  static getDerivedStateFromError() {
    return { broke: true }
  }

  override componentDidCatch(): void {
    this.setState({ pauseMs: this.props.onCrash() })
  }

  override render(): ReactNode {
    if (!this.state.broke) return this.props.children
    return (
      <WallMessage title="This screen broke">
        {this.state.pauseMs > 0
          ? `It starts anew in ${formatSpan(this.state.pauseMs)}, by itself.`
          : ''}
      </WallMessage>
    )
  }
}

/** A message in place of the wall. */
export function WallMessage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={classes.message}>
      <h1>{title}</h1>
      <p>{children}</p>
    </main>
  )
}

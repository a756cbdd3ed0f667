/** Peak memory of this process, from the system's own account. */
import { readFileSync } from 'node:fs'

/**
 * Bytes at the peak so far.
 *
 * Not `resourceUsage().maxRSS`: a child starts with its parent's figure there.
 */
export function readPeakBytes(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024
}

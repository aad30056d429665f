/** The look in numbers: calm greys, one accent (pine), states by icon and word before colour. CSS reads the same values as variables. */
import type { ThemeConfig } from 'antd'

export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#13675b',
    colorLink: '#0f5c51',
    colorLinkHover: '#0a443c',
    colorText: '#1b2422',
    colorTextSecondary: '#4d5a57',
    colorTextDescription: '#55625f',
    colorTextPlaceholder: '#66726f',
    colorBorder: '#8a9693',
    colorBorderSecondary: '#dde4e2',
    colorBgLayout: '#f4f6f5',
    colorError: '#b3261e',
    colorWarning: '#8a5300',
    colorSuccess: '#1b6b3a',
    colorInfo: '#13675b',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: 'var(--font)',
    controlHeight: 34,
    controlHeightSM: 28,
    // Who asks for less motion gets none: nothing moves away under the pointer.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Tabs: { itemSelectedColor: '#0f5c51', horizontalItemPadding: '10px 0' },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
}

// The size of the pictures with which links are shown elsewhere, in pixels: what every place that shows them takes.
export const SOCIAL_SIZE = { width: 1200, height: 630 } as const;

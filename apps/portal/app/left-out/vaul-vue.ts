/** Nuxt UI's sidebar may also open as a drawer, and brings a library for that. Ours slides in, so these stay empty (nuxt.config.ts puts them in its place). */
const never = { render: () => null }
export {
  never as DrawerClose,
  never as DrawerContent,
  never as DrawerDescription,
  never as DrawerHandle,
  never as DrawerOverlay,
  never as DrawerPortal,
  never as DrawerRoot,
  never as DrawerRootNested,
  never as DrawerTitle,
  never as DrawerTrigger,
}

/** Whether the portal has shown anything since it was opened: what is heavy comes after that, so that nobody looks at nothing meanwhile. */
export function usePainted(): Ref<boolean> {
  const isPainted = useState('painted', () => false)
  onMounted(() => {
    if (isPainted.value) return
    if (!PerformanceObserver.supportedEntryTypes.includes('paint')) return void (isPainted.value = true)
    new PerformanceObserver((paints, watch) => {
      if (paints.getEntriesByName('first-contentful-paint').length === 0) return
      watch.disconnect()
      isPainted.value = true
    }).observe({ type: 'paint', buffered: true })
  })
  return isPainted
}

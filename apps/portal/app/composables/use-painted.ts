/** Whether a frame with what is there already has been shown since the portal was opened: what is heavy comes after it, so that nobody looks at nothing meanwhile. */
export function usePainted(): Ref<boolean> {
  const isPainted = useState('painted', () => false)
  onMounted(() => {
    // A timer that is set in a frame comes after the frame.
    if (!isPainted.value) requestAnimationFrame(() => setTimeout(() => (isPainted.value = true)))
  })
  return isPainted
}

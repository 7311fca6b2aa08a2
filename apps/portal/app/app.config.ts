export default defineAppConfig({
  ui: { colors: { primary: 'teal', secondary: 'indigo', success: 'green', info: 'sky', warning: 'amber', error: 'red', neutral: 'slate' } },
})

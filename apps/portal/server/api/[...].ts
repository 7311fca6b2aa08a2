export default apiHandler()

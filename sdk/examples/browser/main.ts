import { isRecoupError, Recoup } from '@recoup/sdk'

const recoup = new Recoup({ credentials: { session: true }, language: navigator.language })
const state = document.getElementById('state')!

try {
  const { data } = await recoup.get('/v1/charges', { params: { query: { limit: 10 } } })
  state.textContent = data.length > 0 ? '' : 'Nothing has been charged yet.'
  document.getElementById('charges')!.append(
    ...data.map(({ amount, payer, payee }) => {
      const item = document.createElement('li')
      item.textContent = `${amount.amount} ${amount.currency}: ${payer} → ${payee ?? 'platform'}`
      return item
    }),
  )
} catch (error) {
  state.textContent = isRecoupError(error) ? `${error.title}: ${error.detail}` : String(error)
}

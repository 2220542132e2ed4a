import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startTexts } from './texts.ts'
import 'antd/dist/antd.css'
import './main.css'

await startTexts()
createRoot(document.getElementById('root')!).render(<App />)

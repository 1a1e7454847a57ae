const YEAR_S = 31536000;

export default function (component) {
  const { name, value, path } = component.data;
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${value}; Path=${path}; Max-Age=${YEAR_S}; SameSite=Lax${secure}`;
}

/** Lines that a printer or a web page puts around a document: recognised and stepped over, never read as text of the plan. */

/** Page numbers and the like: a sentence may run on across them. */
export const pageFurniture: readonly RegExp[] = [
  /^[-—–―─·.\s]*\d{1,4}[-—–―─·.\s]*$/,
  /^第\d{1,4}页(,?共\d{1,4}页)?$/,
  /^\d{1,4}\/\d{1,4}$/,
  /^[-—–―─=_*·.\s]{3,}$/,
]

/** Words of web pages around the document. */
export const webFurniture: readonly RegExp[] = [
  /^(浏览量|浏览次数|阅读次数|阅读量|点击数|点击量|访问量|来源|信息来源|文章来源|稿源|作者|编辑|责任编辑|发布时间|发布日期|日期|成文日期|生成日期|发布机构|索引号|主题分类|主题词|公开方式|信息分类|文号|字号|字体|打印|分享到?|收藏|关闭窗口|本文链接|本文关键词|关键词|上一篇|下一篇|相关阅读|相关附件|附件下载|扫一扫|扫描二维码|返回顶部|当前位置|您现在的位置|首页|网站地图|版权所有|主办单位|网站标识码)[::\s]/,
  /^(.{0,8}[::])?\s?(首页|网站首页)\s?[>›»→-]/,
  /^(首页|打印|关闭|分享|收藏|返回顶部|扫一扫在手机打开当前页|【?打印】?【?关闭】?|字号:?大中小|大中小|扫描二维码关注我们)$/,
  /^.{0,20}(微信公众号|二维码)$/,
  /https?:\/\/|^\/\/|www\./,
  /^.{0,12}ICP备/,
]

function Get-InnkeeperSetting {
    <#
    .SYNOPSIS
        What the installer was told: server, proxy, limits. Null when the agent is not installed here.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param ([Parameter(Mandatory)] [hashtable] $Path)
    $read = Read-InnkeeperJsonFile $Path.settings
    if ($null -eq $read) { return $null }
    $setting = [ordered]@{
        server                     = ''
        allowPlainHttp             = $false
        proxy                      = ''
        proxyUseDefaultCredentials = $false
        spoolMaxBytes              = [long] 268435456
        spoolMaxDays               = [long] 7
        account                    = ''
    }
    foreach ($entry in $read.GetEnumerator()) { $setting[$entry.Key] = $entry.Value }
    $setting
}

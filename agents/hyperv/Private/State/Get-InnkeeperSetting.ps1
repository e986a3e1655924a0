function Get-InnkeeperSetting {
    <#
    .SYNOPSIS
        What the installer was told: server, proxy, limits. Null when the agent is not installed here.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param ([Parameter(Mandatory)] [hashtable] $Path)
    $read = Read-InnkeeperJsonFile $Path.settings
    if ($null -eq $read) {
        # Of a file in a folder that one may not open, Windows says that it is not there: listing the folder tells the two apart.
        try { if ([System.IO.Directory]::Exists($Path.root)) { [void] [System.IO.Directory]::GetFiles($Path.root) } }
        catch { throw "This account may not read $($Path.root): start Windows PowerShell with ""Run as administrator"". ($(Get-InnkeeperErrorText $_))" }
        return $null
    }
    $setting = New-InnkeeperSetting
    foreach ($entry in $read.GetEnumerator()) { $setting[$entry.Key] = $entry.Value }
    $setting
}

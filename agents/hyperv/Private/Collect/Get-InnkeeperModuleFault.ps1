function Get-InnkeeperModuleFault {
    <#
    .SYNOPSIS
        Returns why the module of a missing command could not be loaded; null if there is no such module, or it lacks the command.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param (
        # The command as called: Module\Command.
        [Parameter(Mandatory)] [string] $CommandName
    )
    if (-not $CommandName.Contains('\')) { return $null }
    $module = $CommandName.Split('\')[0]
    if ($null -ne (Get-Module -Name $module) -or $null -eq (Get-Module -ListAvailable -Name $module)) { return $null }
    try { Import-Module -Name $module -ErrorAction Stop }
    catch { return "the module $module is installed on this host but cannot be loaded: $(Get-InnkeeperErrorText $_)" }
    $null
}

function Test-InnkeeperTeamAdapter {
    <#
    .SYNOPSIS
        Whether a network adapter is the one that Windows made for a team (LBFO): by its component, or by what it is called.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param (
        [Parameter(Mandatory)] [object] $Adapter
    )
    $component = [string] (Get-InnkeeperProperty $Adapter 'ComponentID')
    # Translations of Windows call it "Multiplexor", "Multiplexortreiber", "multiplexeur".
    $description = [string] (Get-InnkeeperProperty $Adapter 'InterfaceDescription')
    $component -like '*ms_implat_mp' -or $description -like '*multiplex*'
}
